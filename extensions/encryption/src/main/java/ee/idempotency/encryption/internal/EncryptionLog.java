// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.encryption.internal;

import static java.lang.System.Logger.Level.INFO;

/** What this module logs. */
final class EncryptionLog {

    private static final System.Logger LOG = System.getLogger("ee.idempotency.encryption");

    private EncryptionLog() {}

    static void encrypted(String source, boolean fingerprintsKeyed, boolean acceptPlain) {
        LOG.log(
                INFO,
                "IDEM-0831 stored outcomes are encrypted by {0}; fingerprints are {1}; outcomes without encryption are {2}",
                source,
                fingerprintsKeyed ? "keyed" : "plain SHA-256",
                acceptPlain ? "accepted" : "refused");
    }
}
