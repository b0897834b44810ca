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
}
