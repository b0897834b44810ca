// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.encryption.internal;

import ee.idempotency.Fingerprint;
import ee.idempotency.spi.HmacSha256;
import ee.idempotency.spi.RecordKey;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.SecretKey;

/**
 * Fingerprints that nobody without the key can compare with a guess: HMAC-SHA-256 over the record key and the plain one, so
 * that equal payloads of two records do not show either.
 *
 * @param keys the current one first; empty for plain fingerprints
 * @param acceptPlain whether stored plain ones are still recognised
 */
record KeyedFingerprints(List<SecretKey> keys, boolean acceptPlain) {

    /** What a payload with these fingerprints may be known by, the one to be written first. */
    List<Fingerprint> of(RecordKey recordKey, List<Fingerprint> plain) {
        if (keys.isEmpty()) {
            return plain;
        }
        byte[] record = RecordCipher.bytes(recordKey);
        List<Fingerprint> known = new ArrayList<>();
        for (SecretKey key : keys) {
            for (Fingerprint fingerprint : plain) {
                known.add(Fingerprint.of(HmacSha256.of(key.getEncoded(), record, fingerprint.toBytes())));
            }
        }
        if (acceptPlain) {
            known.addAll(plain);
        }
        return known;
    }
}
