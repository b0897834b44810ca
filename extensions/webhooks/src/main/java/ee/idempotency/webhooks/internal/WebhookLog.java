// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.webhooks.internal;

import static java.lang.System.Logger.Level.INFO;

/** What this module logs. */
final class WebhookLog {

    private static final System.Logger LOG = System.getLogger("ee.idempotency.webhooks");

    private WebhookLog() {}

    static void sender(Sender sender) {
        LOG.log(INFO, "IDEM-0881 verifies webhooks of {0}", sender);
    }
}
