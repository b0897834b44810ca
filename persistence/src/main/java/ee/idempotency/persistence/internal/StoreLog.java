// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static java.lang.System.Logger.Level.WARNING;

/** What the store logs: IDEM-05xx. */
final class StoreLog {

    private static final System.Logger LOG = System.getLogger("ee.idempotency.persistence");

    private StoreLog() {}

    static void unchecked(RuntimeException cause) {
        LOG.log(
                WARNING,
                "IDEM-0501 The database of the unit 'idempotency' could not be checked, and every claim is refused"
                        + " until it answers",
                cause);
    }

    static void callsUnknown() {
        LOG.log(
                WARNING,
                "IDEM-0502 This server looks like Payara or GlassFish, but does not tell which call a connection is for."
                        + " Its pools may then execute a flush at commit outside of the transaction: do not use JOINED or"
                        + " ONE_COMMIT on it before you have tried a rollback; see docs/payara.md");
    }
}
