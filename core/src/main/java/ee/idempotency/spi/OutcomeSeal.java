// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import ee.idempotency.DamagedRecordException;
import ee.idempotency.Fingerprint;
import ee.idempotency.OutcomeNotRetainedException;
import ee.idempotency.StoreUnavailableException;
import java.util.List;

/**
 * Changes outcomes on their way into the store and back, such as by encryption. A bean or a service; at most one. It is
 * applied once an attempt, above every store: all tiers keep, compare and hash the sealed outcome, so sealing the same
 * outcome twice may give two different ones. A record that is {@linkplain IdempotencyStore#lookup read} stays sealed.
 *
 * <p>Thread-safe.
 */
public interface OutcomeSeal {

    /**
     * What an outcome is sealed for.
     *
     * @param recordKey of its record, which belongs into what is authenticated: an outcome moved to another record must not
     *     open there
     * @param tenant of its record
     * @param operation of its record
     */
    record Place(RecordKey recordKey, String tenant, String operation) {}

    /** Seals the outcome of one call. */
    @FunctionalInterface
    interface Sealer {

        /**
         * The outcome as it is to be stored, of the same kind: completed or failed. Everything that this needs is there; what
         * it throws nevertheless is treated as a store that fails, and the operation has already run.
         */
        Outcome seal(Outcome outcome);
    }

    /**
     * What will seal the outcome of a call, asked for before its claim: whatever must be fetched for it, such as a key, is
     * fetched here.
     *
     * @throws StoreUnavailableException if that is not possible now; nothing is claimed, and nothing runs
     */
    Sealer prepare(Place place);

    /**
     * What a call's payload is known by in its record, asked for before its claim, such as digests that only the holder of a
     * key can make. The first is written with a new claim; a record with any of them was claimed with the same payload.
     *
     * @param plain what it is known by without a seal, likewise
     * @return at least one; by default {@code plain}
     * @throws StoreUnavailableException if that is not possible now; nothing is claimed, and nothing runs
     */
    default List<Fingerprint> fingerprints(Place place, List<Fingerprint> plain) {
        return plain;
    }

    /**
     * The outcome that was sealed, for a repeat.
     *
     * @throws DamagedRecordException if it was changed, or sealed for another place
     * @throws OutcomeNotRetainedException if it can never be opened again, because its key was destroyed
     * @throws StoreUnavailableException if what opens it cannot be had now
     */
    Outcome open(Place place, Outcome sealed);

    /** Leaves outcomes as they are. */
    OutcomeSeal NONE = new OutcomeSeal() {
        @Override
        public Sealer prepare(Place place) {
            return outcome -> outcome;
        }

        @Override
        public Outcome open(Place place, Outcome sealed) {
            return sealed;
        }
    };
}
