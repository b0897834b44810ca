// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

/**
 * Learns what the engine does: for metrics, traces, logs. Found as CDI beans and with {@link java.util.ServiceLoader};
 * one that cannot be constructed stops the deployment.
 *
 * <ul>
 *   <li>It is called on the thread that made the call, after the store has answered, outside the engine's locks; where the
 *       work shares a transaction with its outcome, after that transaction's end, which may be on a thread of the transaction
 *       manager. Events of a heartbeat come on the heartbeat's thread, and {@link IdempotencyEvent.HotTierChanged} at once.
 *   <li>It cannot break a call: what it throws is logged, once an hour for each listener, and changes neither the answer nor
 *       what is stored. One that is slow delays the call that it is called for, and no other.
 *   <li>It must not call the engine, or it is called again for what it did.
 * </ul>
 *
 * <p>Thread-safe.
 */
@FunctionalInterface
public interface IdempotencyListener {

    /** Something happened. Kinds of events that it does not know are to be ignored: more may be added. */
    void on(IdempotencyEvent event);
}
