// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.client.internal;

import static java.lang.System.Logger.Level.WARNING;

/** What this module logs. */
final class ClientLog {

    private static final System.Logger LOG = System.getLogger("ee.idempotency.client");

    private ClientLog() {}

    static void keyIsNotKept(String name) {
        LOG.log(
                WARNING,
                "IDEM-0871 {0} was sent with a key that is made for this one request, so a retry has another and may run the"
                        + " operation twice: call it within IdempotentCalls.call, or pass the header Idempotency-Key",
                name);
    }
}
