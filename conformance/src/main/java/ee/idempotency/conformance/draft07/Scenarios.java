// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.draft07;

import ee.idempotency.conformance.NotMeasured;
import ee.idempotency.conformance.http.Answer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The situations of sections 2.6 and 2.7; each is brought about once for all tests that judge it. Not thread-safe. */
final class Scenarios {

    private final Probe probe;
    private @Nullable Missing missing;
    private @Nullable Retry retry;
    private @Nullable Reuse reuse;
    private @Nullable Race race;

    Scenarios(Probe probe) {
        this.probe = probe;
    }

    /** A request without the header, twice. */
    record Missing(Answer first, Answer second, long runs) {}

    /** A request and its retry after completion. */
    record Retry(Answer first, Answer second, long runs) {}

    /** A request, another payload under its key, and the first payload again. */
    record Reuse(Answer first, Answer other, Answer again, long runs, long otherRuns) {}

    /** @throws NotMeasured if keys are optional */
    Missing missing() throws IOException {
        if (missing == null) {
            if (!probe.target().keyRequired()) {
                throw new NotMeasured("key-required is false: requests without a key are welcome");
            }
            Attempt attempt = probe.fresh().withKeyLines();
            Answer first = probe.send(attempt);
            Answer second = probe.send(attempt);
            missing = new Missing(first, second, runs(attempt, first, second));
        }
        return missing;
    }

    /** @throws NotMeasured if the first request does not succeed */
    Retry retry() throws IOException {
        if (retry == null) {
            Attempt attempt = probe.fresh();
            Answer first = probe.sendSuccessfully(attempt);
            Answer second = probe.send(attempt);
            retry = new Retry(first, second, runs(attempt, first, second));
        }
        return retry;
    }

    /** @throws NotMeasured if the first request does not succeed */
    Reuse reuse() throws IOException {
        if (reuse == null) {
            Attempt attempt = probe.fresh();
            Attempt other = attempt.withNumber(probe.newNumber());
            Answer first = probe.sendSuccessfully(attempt);
            Answer refused = probe.send(other);
            Answer again = probe.send(attempt);
            reuse = new Reuse(first, refused, again, runs(attempt, first, again), runs(other, refused));
        }
        return reuse;
    }

    /** Simultaneous requests. */
    Race race() throws IOException {
        if (race == null) {
            race = Race.run(probe);
        }
        return race;
    }

    private long runs(Attempt attempt, Answer... answers) throws IOException {
        return probe.runs(attempt, answers);
    }
}
