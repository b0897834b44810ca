// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import ee.idempotency.engine.WithoutText;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** What the store logs: IDEM-05xx. */
final class StoreLog {

    private static final System.Logger LOG = System.getLogger("ee.idempotency.persistence");

    private StoreLog() {}

    static void unchecked(RuntimeException cause) {
        LOG.log(
                WARNING,
                "IDEM-0501 The database of the unit 'idempotency' could not be checked, and every claim is refused"
                        + " until it answers",
                WithoutText.inOutage(LOG, cause));
    }

    /** @param nodeAhead how far this node's clock is ahead of the database's; negative if it is behind */
    static void clocksDiffer(Duration nodeAhead) {
        LOG.log(
                WARNING,
                "IDEM-0503 The clock of this node is {0} {1} that of the database. Leases and retention follow the"
                        + " database and are right; times that this node computes itself (Idempotency-Key-Expires,"
                        + " log lines) are not: synchronise both clocks (NTP)",
                nodeAhead.abs().truncatedTo(ChronoUnit.SECONDS),
                nodeAhead.isNegative() ? "behind" : "ahead of");
    }

    static void poolerSuspected() {
        LOG.log(
                WARNING,
                "IDEM-0504 Between this node and PostgreSQL is a connection pooler: " + Pooler.CURE
                        + ". With pool_mode = session nothing is to do");
    }

    static void annotationsCached(Exception cause) {
        LOG.log(
                INFO,
                "IDEM-0505 This release of Hibernate caches annotations in another way ({0}). If it is the"
                        + " application''s own, the application may stay in memory when it is undeployed",
                cause.getClass().getName());
    }

    static void callsUnknown() {
        LOG.log(
                WARNING,
                "IDEM-0502 This server looks like Payara or GlassFish, but does not report which call a connection is"
                        + " for. Its pools may then execute a flush at commit outside of the transaction: do not use"
                        + " JOINED or ONE_COMMIT on it before you have tried a rollback; see docs/payara.md");
    }
}
