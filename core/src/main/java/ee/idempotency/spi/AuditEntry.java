// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import ee.idempotency.OperationStatus.State;
import java.time.Instant;

/**
 * One change of one record, as it stays in the audit trail.
 *
 * @param at when, by the store's clock
 * @param recordKey of which record; it may be gone
 * @param operation of which operation
 * @param verb what was done
 * @param stateBefore where the record stood
 * @param versionBefore what it was at
 * @param note by whom, and why
 */
public record AuditEntry(
        Instant at,
        RecordKey recordKey,
        String operation,
        RecordChange.Verb verb,
        State stateBefore,
        int versionBefore,
        ChangeNote note) {

    /** The same under another key. */
    public AuditEntry withKey(RecordKey key) {
        return new AuditEntry(at, key, operation, verb, stateBefore, versionBefore, note);
    }
}
