// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.store;

import ee.idempotency.ChangeRefusedException;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.spi.AdministrativeVerbs;
import ee.idempotency.spi.AuditEntry;
import ee.idempotency.spi.ChangeNote;
import ee.idempotency.spi.HotTier;
import ee.idempotency.spi.RecordBrowser.Summary;
import ee.idempotency.spi.RecordChange;
import ee.idempotency.spi.RecordKey;
import java.util.List;
import java.util.Optional;

/**
 * Changes the durable record, then removes what the hot tier keeps of it. The hot tier is asked after a refusal as stale,
 * too: the change may have been done by a call that did not hear of it.
 */
record TwoTierAdministration(HotTier hot, AdministrativeVerbs verbs) implements AdministrativeVerbs {

    @Override
    public void change(RecordKey recordKey, int version, RecordChange change, ChangeNote note) {
        try {
            verbs.change(recordKey, version, change, note);
        } catch (ChangeRefusedException refused) {
            if (refused.reason() == ChangeRefusedException.Reason.STALE_VERSION) {
                forget(recordKey, "is gone, or was changed before");
            }
            throw refused;
        }
        if (!(change instanceof RecordChange.Reveal)) {
            forget(recordKey, "is changed");
        }
    }

    private void forget(RecordKey recordKey, String what) {
        if (!hot.forget(recordKey)) {
            throw new StoreUnavailableException(
                    "Record [" + recordKey + "] " + what
                            + " in the durable tier, but the hot tier does not answer and may answer what was there"
                            + " until it expires there; make the same change again until it is refused as stale",
                    null);
        }
    }

    @Override
    public Optional<Summary> show(RecordKey recordKey) {
        return verbs.show(recordKey);
    }

    @Override
    public List<AuditEntry> audit(RecordKey recordKey, int limit) {
        return verbs.audit(recordKey, limit);
    }
}
