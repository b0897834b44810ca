// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.admin;

import static java.lang.System.Logger.Level.INFO;

import ee.idempotency.spi.ChangeNote;
import ee.idempotency.spi.RecordChange;
import ee.idempotency.spi.RecordKey;

/** What administration logs: each change, without what it is about. */
final class AdminLog {

    private static final System.Logger LOG = System.getLogger("ee.idempotency.admin");

    private AdminLog() {}

    static void changed(RecordKey recordKey, RecordChange change, ChangeNote note) {
        LOG.log(
                INFO,
                "IDEM-0118 {0} of record [{1}] by {2}, with a reason of {3} characters in the audit trail",
                change.verb(),
                recordKey,
                note.actor(),
                note.reason().length());
    }

    static void swept(String actor, long records) {
        LOG.log(INFO, "IDEM-0119 Sweep by {0}: {1} expired records deleted", actor, records);
    }
}
