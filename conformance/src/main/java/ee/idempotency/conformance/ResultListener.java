// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance;

import ee.idempotency.conformance.internal.Broken;
import ee.idempotency.conformance.internal.Draft;
import ee.idempotency.conformance.internal.NotMeasured;
import ee.idempotency.conformance.internal.Note;
import ee.idempotency.conformance.report.Level;
import ee.idempotency.conformance.report.Result;
import ee.idempotency.conformance.report.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Makes results of what JUnit reports. */
final class ResultListener implements TestExecutionListener {

    private final List<Result> results = new ArrayList<>();

    /** In the order of the draft's sections. */
    List<Result> results() {
        return results.stream().sorted(Comparator.comparing(Result::section)).toList();
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        results.add(new Result("-", Level.MUST, test.getDisplayName(), Verdict.FAILED, "was skipped: " + reason));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult finished) {
        Optional<Draft> draft = test.getSource()
                .filter(MethodSource.class::isInstance)
                .flatMap(source ->
                        AnnotationSupport.findAnnotation(((MethodSource) source).getJavaMethod(), Draft.class));
        Optional<Throwable> thrown = finished.getThrowable();
        if (draft.isPresent()) {
            results.add(new Result(
                    draft.get().section(),
                    draft.get().level(),
                    test.getDisplayName(),
                    verdict(finished),
                    thrown.map(ResultListener::message).orElse("")));
        } else if (finished.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
            results.add(new Result(
                    "-",
                    Level.MUST,
                    test.getDisplayName(),
                    Verdict.FAILED,
                    thrown.map(ResultListener::message).orElse("")));
        }
    }

    private static Verdict verdict(TestExecutionResult finished) {
        Throwable thrown = finished.getThrowable().orElse(null);
        if (thrown == null) {
            return Verdict.PASSED;
        }
        if (thrown instanceof Note) {
            return Verdict.NOTE;
        }
        return thrown instanceof NotMeasured ? Verdict.NOT_MEASURED : Verdict.FAILED;
    }

    private static String message(Throwable thrown) {
        boolean judged = thrown instanceof Broken || thrown instanceof Note || thrown instanceof NotMeasured;
        return judged ? String.valueOf(thrown.getMessage()) : thrown.toString();
    }
}
