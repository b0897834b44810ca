// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.spi.CallScope;
import ee.idempotency.spi.Transactions;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * What the engine finds around it.
 *
 * @param transactions those of the calling thread
 * @param scheduler runs heartbeats, and gives keys back after a caller's transaction was rolled back; without one there
 *     are no heartbeats, and those keys are free when their lease ends
 * @param repeats how repeats wait, and when they are to come again
 * @param keepsFailureMessages whether the message of a failure is stored with it, besides its class; see {@link
 *     EngineSettings#KEEP_FAILURE_MESSAGE}
 * @param seams what is attached to the engine
 * @param calls what lasts as long as a call and is not its thread
 */
public record EngineEnvironment(
        Transactions transactions,
        @Nullable ScheduledExecutorService scheduler,
        RepeatSettings repeats,
        boolean keepsFailureMessages,
        EngineSeams seams,
        CallScope calls) {

    /** An environment whose calls are known by their threads only. */
    public EngineEnvironment(
            Transactions transactions,
            @Nullable ScheduledExecutorService scheduler,
            RepeatSettings repeats,
            boolean keepsFailureMessages,
            EngineSeams seams) {
        this(transactions, scheduler, repeats, keepsFailureMessages, seams, CallScope.NONE);
    }

    /** An environment without transactions and threads. */
    public static EngineEnvironment plain() {
        return new EngineEnvironment(Transactions.NONE, null, RepeatSettings.defaults(), false, EngineSeams.none());
    }
}
