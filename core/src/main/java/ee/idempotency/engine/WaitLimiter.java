// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.OperationInProgressException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/**
 * Repeats that would rather wait for the first call than be refused. A waiter holds its thread, but no connection, lock or
 * transaction: it is woken when the first call ends on this node, asks the store now and then in case it runs on another,
 * and there are never more waiters than allowed. Thread-safe.
 */
final class WaitLimiter {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private final InFlightKeys running;

    /** {@code running} are the calls whose end wakes those that wait. */
    WaitLimiter(InFlightKeys running) {
        this.running = running;
    }

    /**
     * Starts the call, again and again until it is not refused as in progress or its operation's patience is over. Each time but
     * the first it is another attempt, with an owner token of its own.
     *
     * @throws OperationInProgressException if it still is, or too many wait already
     */
    BeginResult begin(PendingCall call, Function<PendingCall, BeginResult> start) {
        Duration patience = call.options().waitUpTo();
        try {
            return start.apply(call);
        } catch (OperationInProgressException refused) {
            if (patience.isZero() || !call.permit().acquire()) {
                throw refused;
            }
        }
        return wait(call, System.nanoTime() + patience.toNanos(), start);
    }

    private BeginResult wait(PendingCall call, long deadline, Function<PendingCall, BeginResult> start) {
        for (Duration pause = FIRST_PAUSE; ; pause = longer(pause)) {
            long left = deadline - System.nanoTime();
            long before = System.nanoTime();
            running.awaitEnd(
                    call.request().recordKey(), Duration.ofNanos(Math.max(0, Math.min(jittered(pause), left))));
            call.watch().waitedSince(before);
            try {
                return start.apply(call.withNewOwner());
            } catch (OperationInProgressException refused) {
                if (deadline - System.nanoTime() <= 0 || Thread.currentThread().isInterrupted()) {
                    throw refused;
                }
            }
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    /** So that waiters for one key do not ask at the same moment. */
    private static long jittered(Duration pause) {
        return ThreadLocalRandom.current().nextLong(pause.toNanos() / 2, pause.toNanos());
    }
}
