// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.encryption;

import ee.idempotency.StoreUnavailableException;
import java.util.List;
import javax.crypto.SecretKey;

/**
 * The keys that outcomes are encrypted with; at most one bean. Without a bean they are those of
 * {@code idempotency.encryption.keys}. Asked for every call, before its claim: an implementation that fetches keys keeps them for a
 * while. Thread-safe.
 */
public interface EncryptionKeys {

    /**
     * The keys of a tenant: the current one first, then those that stored outcomes may still be encrypted with.
     *
     * @return empty once all keys of the tenant are destroyed: its stored outcomes are reported as not retained, and nothing
     *     new runs
     * @throws StoreUnavailableException if they cannot be had now; nothing is claimed, and nothing runs
     */
    List<EncryptionKey> of(String tenant);

    /**
     * Whether a key that {@link #of} does not return is destroyed for good. The outcome is then reported as not retained;
     * otherwise this node lacks the key, and the client is asked to come again.
     */
    default boolean isDestroyed(String tenant, String id) {
        return false;
    }

    /**
     * The keys of fingerprints, 32 bytes or more each: the current one first, then those that stored fingerprints may still
     * be made with. They are not a tenant's, and outlive the tenants' keys: with a fingerprint that cannot be made again a
     * repeat would be taken for another request.
     *
     * @return empty, the default, if fingerprints are plain SHA-256: who reads a dump can then confirm a guess of a small
     *     payload
     */
    default List<SecretKey> fingerprintKeys() {
        return List.of();
    }
}
