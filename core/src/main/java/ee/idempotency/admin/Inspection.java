// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.admin;

import ee.idempotency.spi.AuditEntry;
import java.util.List;
import java.util.Optional;

/**
 * All that is shown of one record.
 *
 * @param record the record
 * @param outcome once it is settled, what is said of its outcome; empty also if it is damaged
 * @param isDamaged whether its outcome cannot be trusted, and is never replayed
 * @param audit what was done to it and to earlier records of its key, the newest first
 */
public record Inspection(RecordView record, Optional<OutcomeView> outcome, boolean isDamaged, List<AuditEntry> audit) {

    /** Copies the list. */
    public Inspection {
        audit = List.copyOf(audit);
    }
}
