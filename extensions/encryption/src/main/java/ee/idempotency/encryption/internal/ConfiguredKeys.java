// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.encryption.internal;

import ee.idempotency.encryption.EncryptionKey;
import ee.idempotency.encryption.EncryptionKeys;
import java.util.List;
import javax.crypto.SecretKey;

/** The keys of the settings, the same for every tenant. */
record ConfiguredKeys(EncryptionSettings settings) implements EncryptionKeys {

    @Override
    public List<EncryptionKey> of(String tenant) {
        return settings.keys();
    }

    @Override
    public boolean isDestroyed(String tenant, String id) {
        return settings.destroyed().contains(id);
    }

    @Override
    public List<SecretKey> fingerprintKeys() {
        return settings.fingerprintKeys();
    }
}
