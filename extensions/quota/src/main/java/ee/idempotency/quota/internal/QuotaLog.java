// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.quota.internal;

import static java.lang.System.Logger.Level.INFO;

/** What this module logs. */
final class QuotaLog {

    private static final System.Logger LOG = System.getLogger("ee.idempotency.quota");

    private QuotaLog() {}

    static void limits(QuotaSettings settings) {
        LOG.log(
                INFO,
                "IDEM-0861 this node runs {0} new calls a minute, {1} at once, by {2}; repeats are not counted",
                Integer.toString(settings.rate()),
                Integer.toString(settings.burst()),
                settings.byNames());
    }
}
