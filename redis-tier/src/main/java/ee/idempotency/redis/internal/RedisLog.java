// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis.internal;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;

/** What this module logs: IDEM-06xx. */
final class RedisLog {

    private static final System.Logger LOG = System.getLogger("ee.idempotency.redis");

    private RedisLog() {}

    static void resting(Duration rest) {
        LOG.log(
                WARNING,
                "IDEM-0601 Redis does not answer; the durable tier does alone. Redis is tried again every {0}",
                rest);
    }

    static void backAgain() {
        LOG.log(INFO, "IDEM-0602 Redis answers again");
    }

    static void failed(Throwable cause) {
        LOG.log(DEBUG, "IDEM-0603 A call of Redis failed", cause);
    }
}
