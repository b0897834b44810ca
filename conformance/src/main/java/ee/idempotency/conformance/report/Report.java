// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What all tests found, in the order of the draft.
 *
 * @param results one a test
 */
public record Report(List<Result> results) {

    /** Keeps a copy. */
    public Report {
        results = List.copyOf(results);
    }

    /** The results with one verdict. */
    public List<Result> with(Verdict verdict) {
        return results.stream().filter(result -> result.verdict() == verdict).toList();
    }

    /** Whether no MUST is broken. */
    public boolean conforms() {
        return with(Verdict.FAILED).isEmpty();
    }

    /** One line with the counts, such as {@code 38 passed, 0 failed, 1 notes, 0 not measured}. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "%d passed, %d failed, %d notes, %d not measured",
                with(Verdict.PASSED).size(),
                with(Verdict.FAILED).size(),
                with(Verdict.NOTE).size(),
                with(Verdict.NOT_MEASURED).size());
    }

    @Override
    public String toString() {
        return results.stream().map(Result::toString).collect(Collectors.joining("\n")) + "\n" + summary();
    }
}
