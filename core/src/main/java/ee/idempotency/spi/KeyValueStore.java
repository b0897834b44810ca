// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import ee.idempotency.StoreUnavailableException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps a value for each key, without conditional writes: the ground of
 * {@link ee.idempotency.store.Stores#locked Stores.locked}. All nodes see the same values.
 *
 * <p><b>The one rule beyond a map.</b> Each write has a number, and of all writes to one key the one with the highest number
 * counts, in whatever order they arrive: a write with a number lower than that of the value, or of the removal, that is there
 * changes nothing. It need not be reported. Cassandra and ScyllaDB do this with {@code USING TIMESTAMP}. With a store that
 * lets the write that arrives last count, a node that stalls for longer than the lease of its lock can overwrite what came
 * after it: docs/locked-store.md says what that costs.
 *
 * <p>Implementations are thread-safe, and throw {@link StoreUnavailableException} for whatever is neither an answer nor the
 * caller's mistake; a write that threw may or may not happen, at once or later. The contract kit has
 * {@code KeyValueStoreContract} for them.
 */
public interface KeyValueStore {

    /**
     * The value of a key; empty if there is none, or if it was removed. Sees every write that has returned on any node, so
     * it reads from a quorum or from the primary.
     *
     * @throws StoreUnavailableException if the store does not answer
     */
    Optional<Bytes> get(RecordKey key);

    /**
     * Keeps a value, unless a write with a higher number was there before it. Durable when it returns.
     *
     * @param value kept as it is; up to some 100 bytes more than the largest outcome that the application stores, plus its
     *     keys
     * @param number positive; a later write with the same number takes this one's place
     * @throws StoreUnavailableException if the store does not answer; the value may or may not be kept
     */
    void put(RecordKey key, Bytes value, long number);

    /**
     * Removes a key, unless a write with a higher number was there before it. The number counts for as long as a write that
     * was sent before may still arrive, which is a day for a store with queues of its own, and minutes for others.
     *
     * @param number positive
     * @throws StoreUnavailableException if the store does not answer; the value may or may not be there
     */
    void remove(RecordKey key, long number);

    /**
     * All keys that have a value, in any order, for the sweep; read lazily if there may be many. Keys that are written
     * meanwhile may be missing. The caller closes the stream.
     *
     * @throws StoreUnavailableException if the store does not answer, here or while the stream is read
     */
    Stream<RecordKey> keys();

    /**
     * The time that decides about leases and retention: one clock for all nodes, such as that of the store's server.
     *
     * @throws StoreUnavailableException if the store does not answer
     */
    Instant now();
}
