// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.report;

import java.util.Locale;

/**
 * What one test found.
 *
 * @param section of the draft
 * @param level how much the rule binds
 * @param rule the test's name as a sentence
 * @param verdict what became of it
 * @param why what was seen or is missing; empty if it passed
 */
public record Result(String section, Level level, String rule, Verdict verdict, String why) {

    @Override
    public String toString() {
        String line = String.format(Locale.ROOT, "%-12s %-6s %-5s %s", verdict, level, section, rule);
        return why.isEmpty() ? line : line + "\n" + why.strip().indent(13).stripTrailing();
    }
}
