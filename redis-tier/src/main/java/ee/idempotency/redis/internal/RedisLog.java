// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis.internal;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;

/** What this module logs: IDEM-07xx. */
public final class RedisLog {

    private static final System.Logger LOG = System.getLogger("ee.idempotency.redis");

    private RedisLog() {}

    static void resting(Duration rest, String reason) {
        LOG.log(
                WARNING,
                "IDEM-0701 Redis does not serve: {0}. The durable tier does alone; Redis is tried again every {1}",
                reason,
                rest);
    }

    static void backAgain() {
        LOG.log(INFO, "IDEM-0702 Redis serves again");
    }

    static void failed(Throwable cause) {
        LOG.log(DEBUG, "IDEM-0703 A call of Redis failed", cause);
    }

    /** Nothing but a change of the settings of Redis ends this, so it is worth one line. */
    public static void processUnknown() {
        LOG.log(
                WARNING,
                "IDEM-0704 Redis does not say which process it is, so a dump that it was restored from is not noticed:"
                        + " allow its user the command INFO, or flush Redis after every restore");
    }
}
