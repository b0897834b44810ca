// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import ee.idempotency.StoreUnavailableException;
import java.time.Duration;
import java.util.Optional;

/**
 * Locks that all nodes share and that end by themselves: the other ground of
 * {@link ee.idempotency.store.Stores#locked Stores.locked}. A lock alone proves nothing, since its holder may sleep until
 * it is over; so each has a number, and its holder asks before it believes its own write.
 *
 * <p>Implementations are thread-safe, and throw {@link StoreUnavailableException} for whatever is neither an answer nor the
 * caller's mistake. The contract kit has {@code LockProviderContract} for them.
 */
public interface LockProvider {

    /**
     * Takes the lock of a key, and waits for it if another has it; the same thread does not get it twice.
     *
     * @param lease after which the lock ends by itself, by the provider's clock; positive. A provider whose locks end with a
     *     connection or a process may let them last until then
     * @param wait how long to wait for another holder; zero to ask once
     * @return the lock; empty if others had it for all of {@code wait}
     * @throws StoreUnavailableException if the provider does not answer, or the thread is interrupted; a lock that was taken
     *     nevertheless ends with its lease
     */
    Optional<HeldLock> lock(RecordKey key, Duration lease, Duration wait);

    /** A lock that was taken. Used by one thread. */
    interface HeldLock extends AutoCloseable {

        /**
         * The fencing number: positive, and greater than that of every lock of this key that was taken before, on any node,
         * whatever was restarted since. One counter for all keys will do; it is as durable as the values.
         */
        long number();

        /**
         * Asks the provider, not this node's clock, whether nobody else can have got this lock until now.
         *
         * @return true if it was held without a gap from {@link LockProvider#lock} until this was called; false if it was not,
         *     or if that is unknown
         */
        boolean isHeld();

        /** Gives the lock back, if it is still held; another's is left alone. Throws nothing: a lock that stays ends by itself. */
        @Override
        void close();
    }
}
