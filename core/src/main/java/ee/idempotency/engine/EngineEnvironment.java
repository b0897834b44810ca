// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.spi.CallScope;
import ee.idempotency.spi.IdempotencyListener;
import ee.idempotency.spi.Transactions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * What the engine finds around it.
 *
 * @param transactions those of the calling thread
 * @param scheduler runs heartbeats, and gives keys back after a caller's transaction was rolled back; without one there
 *     are no heartbeats, and those keys are free when their lease ends
 * @param lockWait how long a repeat waits for a call under {@link ee.idempotency.TransactionMode#ONE_COMMIT}
 * @param maxWaiters how many repeats may wait at once for a first call; see {@link OperationOptions#waitUpTo}
 * @param listeners learn what the engine does; a null among them is passed over
 * @param calls what lasts as long as a call and is not its thread
 */
public record EngineEnvironment(
        Transactions transactions,
        @Nullable ScheduledExecutorService scheduler,
        Duration lockWait,
        int maxWaiters,
        List<? extends IdempotencyListener> listeners,
        CallScope calls) {

    /** An environment whose calls are known by their threads only. */
    public EngineEnvironment(
            Transactions transactions,
            @Nullable ScheduledExecutorService scheduler,
            Duration lockWait,
            int maxWaiters,
            List<? extends IdempotencyListener> listeners) {
        this(transactions, scheduler, lockWait, maxWaiters, listeners, CallScope.none());
    }

    /** An environment without transactions and threads. */
    public static EngineEnvironment plain() {
        return new EngineEnvironment(Transactions.none(), null, Duration.ofSeconds(2), 100, List.of());
    }
}
