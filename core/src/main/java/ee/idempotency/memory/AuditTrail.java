// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.memory;

import ee.idempotency.spi.AuditEntry;
import ee.idempotency.spi.ChangeNote;
import ee.idempotency.spi.RecordBrowser.Summary;
import ee.idempotency.spi.RecordChange;
import ee.idempotency.spi.RecordKey;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last changes of the in-memory store, the newest first. Not thread-safe: the store's lock guards it. */
final class AuditTrail {

    private static final int CAPACITY = 1000;

    private final Deque<AuditEntry> entries = new ArrayDeque<>();

    void add(Summary before, RecordChange change, ChangeNote note, Instant now) {
        if (entries.size() == CAPACITY) {
            entries.removeLast();
        }
        entries.addFirst(new AuditEntry(
                now,
                before.recordKey(),
                before.binding().operation(),
                change.verb(),
                before.state(),
                before.version(),
                note));
    }

    List<AuditEntry> of(RecordKey recordKey, int limit) {
        return entries.stream()
                .filter(entry -> entry.recordKey().equals(recordKey))
                .limit(limit)
                .toList();
    }
}
