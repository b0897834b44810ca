// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.spi.ActiveClaim;
import ee.idempotency.spi.Outcome;

/** Reports how an attempt ends, once it has. */
record WatchedAttempt(Attempt attempt, CallWatch watch, boolean endsWithAttempt) implements Attempt {

    @Override
    public ActiveClaim claim() {
        return attempt.claim();
    }

    @Override
    public void complete(Outcome.Completed outcome) {
        settle(outcome, () -> attempt.complete(outcome));
    }

    @Override
    public void reject(Outcome outcome) {
        settle(outcome, () -> attempt.reject(outcome));
    }

    private void settle(Outcome outcome, Runnable settling) {
        long before = System.nanoTime();
        try {
            settling.run();
            watch.settled(outcome, before);
        } catch (RuntimeException | Error notSettled) {
            watch.notSettled(notSettled, before);
            throw notSettled;
        } finally {
            report();
        }
    }

    @Override
    public void markForRollback() {
        attempt.markForRollback();
    }

    @Override
    public void release() {
        long before = System.nanoTime();
        try {
            attempt.release();
        } finally {
            watch.released(before);
            report();
        }
    }

    /** A caller's transaction reports when it ends. */
    private void report() {
        if (endsWithAttempt) {
            watch.ended(true);
        }
    }
}
