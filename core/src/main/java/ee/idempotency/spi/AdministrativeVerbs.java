// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import ee.idempotency.ChangeRefusedException;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.spi.RecordBrowser.Summary;
import java.util.List;
import java.util.Optional;

/**
 * What an administrator does with a record of a store: see {@link IdempotencyStore#administrative()}. Each change is
 * conditional on the version that the administrator was shown, so of any number of changes at once one is done; and it is
 * in the audit trail if and only if it was done. Neither waits for the record's owner nor stops it: an owner whose record
 * was changed is refused its next write. Thread-safe.
 */
public interface AdministrativeVerbs {

    /**
     * Changes one record and writes one entry of the audit trail, both or neither.
     *
     * @param recordKey which
     * @param version what it must still be at: {@link Summary#version}
     * @param change what becomes of it
     * @param note who wants it, and why
     * @throws ChangeRefusedException if the record is not what was shown, or the change is not for its state
     * @throws StoreUnavailableException if the store does not answer, and the change may or may not be done; or if it is
     *     done, but a fast tier in front did not answer and may replay what was there: the message says which. Look at the
     *     record, or make the same change again: it is refused as stale if it was done, and removes the fast tier's copy
     */
    void change(RecordKey recordKey, int version, RecordChange change, ChangeNote note);

    /**
     * One record as it stands, by the store's clock, with the version that a change must name.
     *
     * @return empty if there is none, or it counts as absent
     * @throws StoreUnavailableException if the store does not answer
     */
    Optional<Summary> show(RecordKey recordKey);

    /**
     * The audit trail of one record, of earlier records of the same key too.
     *
     * @param limit how many entries at most; at least 1
     * @return the newest first
     * @throws StoreUnavailableException if the store does not answer
     */
    List<AuditEntry> audit(RecordKey recordKey, int limit);
}
