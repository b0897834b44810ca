// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.draft07;

import ee.idempotency.conformance.internal.NotMeasured;
import ee.idempotency.conformance.internal.http.Answer;
import java.util.Map;

/**
 * Two callers with one key.
 *
 * @param other the answer to the second caller with the first one's key and payload
 * @param runs how often the operation ran for both
 * @param runsAfterRetry how often it had run when the first caller had repeated its request
 * @param otherPayload the answer to the second caller with another key of the first one and another payload
 */
record TwoCallers(Answer other, long runs, long runsAfterRetry, Answer otherPayload) {

    /** @throws NotMeasured if there is no second caller */
    static TwoCallers meet(Probe probe) {
        Map<String, String> second = secondCaller(probe);
        Attempt attempt = probe.fresh();
        Answer first = probe.sendSuccessfully(attempt);
        Answer other = probe.send(attempt.by(second));
        long runs = probe.runs(attempt, first, other);
        Answer again = probe.send(attempt);
        long runsAfterRetry = probe.runs(attempt, first, other, again);

        Attempt another = probe.fresh();
        probe.sendSuccessfully(another);
        Answer otherPayload = probe.send(another.withNumber(probe.newNumber()).by(second));
        return new TwoCallers(other, runs, runsAfterRetry, otherPayload);
    }

    /** Whether the second caller got what the first one had been answered. */
    boolean share() {
        return other.succeeded() && runs != 2;
    }

    private static Map<String, String> secondCaller(Probe probe) {
        Map<String, String> second = probe.target()
                .secondCaller()
                .orElseThrow(() -> new NotMeasured("Needs second-caller.<header>: the credentials of another caller."));
        Answer admitted = probe.send(probe.fresh().by(second));
        if (!admitted.succeeded()) {
            throw new NotMeasured("Needs a second caller who may call; the answer was " + admitted + ".");
        }
        return second;
    }
}
