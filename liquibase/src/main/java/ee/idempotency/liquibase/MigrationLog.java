// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import org.jspecify.annotations.Nullable;

/** What the migrator logs: IDEM-06xx. */
final class MigrationLog {

    private static final System.Logger LOG = System.getLogger("ee.idempotency.liquibase");

    private MigrationLog() {}

    static void migrated(String database, int applied) {
        LOG.log(INFO, "IDEM-0601 The schema on {0} is up to date; change sets applied now: {1}", database, applied);
    }

    static void switchedOff() {
        LOG.log(INFO, "IDEM-0602 idempotency.migrate is false: the schema is left as it is");
    }

    static void warning(String message, @Nullable Throwable cause) {
        LOG.log(WARNING, "IDEM-0603 Liquibase: " + message, cause);
    }
}
