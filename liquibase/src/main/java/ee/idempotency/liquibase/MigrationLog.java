// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the migrator logs: IDEM-06xx. */
final class MigrationLog {

    private static final System.Logger LOG = System.getLogger("ee.idempotency.liquibase");

    private MigrationLog() {}

    static void migrated(String database, String place, int applied) {
        LOG.log(
                INFO,
                "IDEM-0601 The schema on {0} ({1}) is up to date; change sets applied now: {2}",
                database,
                place,
                applied);
    }

    static void switchedOff() {
        LOG.log(INFO, "IDEM-0602 idempotency.migrate is false: the schema is left as it is");
    }

    static void warning(String message, @Nullable Throwable cause) {
        LOG.log(WARNING, "IDEM-0603 Liquibase: " + message, cause);
    }

    static void waiting(String holder, Duration wait) {
        LOG.log(INFO, "IDEM-0604 Another node migrates the schema; waiting up to {0} for {1}", wait, holder);
    }

    static void leftLocked(String holder, Date since) {
        LOG.log(
                WARNING,
                "IDEM-0605 {0} was left locked by {1} at {2,date,yyyy-MM-dd HH:mm:ss}, which ended while it migrated;"
                        + " released, because no other node migrates now",
                ChangeLogNames.LOCK_TABLE,
                holder,
                since);
    }

    static void newer(List<String> changeSets) {
        LOG.log(
                WARNING,
                "IDEM-0606 The schema is newer than this release of Idempotency EE, which does not know the change sets"
                        + " {0}: a newer release migrated it. Nothing is changed; update this node to that release",
                changeSets);
    }

    static void noNetworkTimeout(Throwable cause) {
        LOG.log(DEBUG, "IDEM-0607 The network time-out of the data source stays as it is while migrating", cause);
    }
}
