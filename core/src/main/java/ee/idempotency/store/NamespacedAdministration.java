// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.store;

import ee.idempotency.ChangeRefusedException;
import ee.idempotency.spi.AdministrativeVerbs;
import ee.idempotency.spi.AuditEntry;
import ee.idempotency.spi.ChangeNote;
import ee.idempotency.spi.RecordBrowser.Summary;
import ee.idempotency.spi.RecordChange;
import ee.idempotency.spi.RecordKey;
import java.util.List;
import java.util.Optional;

/** Changes records of one part of a store. */
record NamespacedAdministration(Namespace space, AdministrativeVerbs verbs) implements AdministrativeVerbs {

    @Override
    public void change(RecordKey recordKey, int version, RecordChange change, ChangeNote note) {
        try {
            verbs.change(space.inside(recordKey), version, change, note);
        } catch (ChangeRefusedException refused) {
            throw refused.about("Record [" + recordKey + "]");
        }
    }

    @Override
    public Optional<Summary> show(RecordKey recordKey) {
        return verbs.show(space.inside(recordKey)).map(record -> record.withKey(recordKey));
    }

    @Override
    public List<AuditEntry> audit(RecordKey recordKey, int limit) {
        return verbs.audit(space.inside(recordKey), limit).stream()
                .map(entry -> entry.withKey(recordKey))
                .toList();
    }
}
