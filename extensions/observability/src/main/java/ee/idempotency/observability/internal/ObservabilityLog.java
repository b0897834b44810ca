// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import ee.idempotency.engine.WithoutText;

/** What this module logs: IDEM-08xx. */
final class ObservabilityLog {

    private static final System.Logger LOG = System.getLogger("ee.idempotency.observability");

    private ObservabilityLog() {}

    static void watchedBy(String application, String binding) {
        LOG.log(INFO, "IDEM-0801 the operations of ''{0}'' are watched by {1}", application, binding);
    }

    static void notInJmx(String name, Exception cause) {
        LOG.log(
                WARNING,
                "IDEM-0802 " + name + " could not be registered with JMX, and its figures are not shown there",
                WithoutText.in(LOG, cause));
    }

    static void observerFailed(Throwable cause) {
        LOG.log(
                WARNING,
                "IDEM-0803 an asynchronous observer of IdempotencyEvent failed, which changes nothing",
                WithoutText.in(LOG, cause));
    }
}
