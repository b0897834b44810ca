// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import ee.idempotency.spi.Binding;

/** What the engine logs: IDEM-01xx. */
final class EngineLog {

    private static final System.Logger LOG = System.getLogger("ee.idempotency.engine");

    private EngineLog() {}

    static void releaseRefused(Binding binding) {
        LOG.log(INFO, "IDEM-0101 {0} was no longer owned when its key was to be given back", binding);
    }

    static void releaseFailed(Binding binding, Throwable cause) {
        LOG.log(WARNING, "IDEM-0102 " + binding + " could not be given back; its claim ends with its lease", cause);
    }

    static void resultNotRetained(Binding binding, String why) {
        LOG.log(WARNING, "IDEM-0103 {0} completed, but its result is not kept: {1}", binding, why);
    }

    static void leaseLost(Binding binding, Throwable cause) {
        LOG.log(WARNING, "IDEM-0104 " + binding + " lost its claim while it ran; its outcome will be refused", cause);
    }

    static void committedAfterAll(Binding binding, Throwable cause) {
        LOG.log(INFO, "IDEM-0105 " + binding + " was committed although its commit failed to say so", cause);
    }

    static void rejectionNotKept(Binding binding) {
        LOG.log(INFO, "IDEM-0106 {0} failed, which is not kept: its caller''s transaction is rolled back", binding);
    }

    static void transactionEndedByWork(Binding binding) {
        LOG.log(
                WARNING,
                "IDEM-0107 {0} ended the transaction it shares with its outcome; use INDEPENDENT, or leave the"
                        + " transaction alone",
                binding);
    }
}
