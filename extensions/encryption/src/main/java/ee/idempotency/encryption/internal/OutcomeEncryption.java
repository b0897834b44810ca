// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.encryption.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import ee.idempotency.DamagedRecordException;
import ee.idempotency.Fingerprint;
import ee.idempotency.OutcomeNotRetainedException;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.encryption.EncryptionKey;
import ee.idempotency.encryption.EncryptionKeys;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OutcomeSeal;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Encrypts outcomes. A completed one is stored as one without a status, whose body hides status, headers and body; of a failed
 * one the code stays legible, and the message is hidden as base64. Thread-safe.
 */
final class OutcomeEncryption implements OutcomeSeal {

    /** What the body of a sealed outcome is, for nodes and codecs that do not know it. */
    static final String MEDIA_TYPE = "application/vnd.idempotency.sealed";

    /** The longest message that is kept whole, in bytes of UTF-8: sealed, it must fit where a plain one does. */
    static final int MAX_MESSAGE_BYTES = Outcome.MAX_MESSAGE_LENGTH / 4 * 3
            - SealedText.OVERHEAD
            - EncryptionKey.MAX_ID_LENGTH
            - RecordCipher.OVERHEAD;

    private static final Header SEALED = new Header("content-type", MEDIA_TYPE);
    private static final String COMPLETED = "outcome/v1";
    private static final String FAILED = "failure/v1 ";

    private final EncryptionKeys keys;
    private final boolean acceptPlain;

    OutcomeEncryption(EncryptionKeys keys, boolean acceptPlain) {
        this.keys = keys;
        this.acceptPlain = acceptPlain;
    }

    @Override
    public Sealer prepare(Place place) {
        List<EncryptionKey> ofTenant = keys.of(place.tenant());
        return ofTenant.isEmpty()
                ? outcome -> {
                    // a gate lets nothing new of this tenant run, unless the keys were destroyed since
                    throw new StoreUnavailableException(
                            subject(place) + ": all encryption keys of its tenant were destroyed", null);
                }
                : outcome -> seal(ofTenant.get(0), place, outcome);
    }

    @Override
    public List<Fingerprint> fingerprints(Place place, List<Fingerprint> plain) {
        return new KeyedFingerprints(keys.fingerprintKeys(), acceptPlain).of(place.recordKey(), plain);
    }

    private static Outcome seal(EncryptionKey key, Place place, Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            String context = FAILED + failed.code();
            return new Outcome.Failed(
                    failed.code(),
                    Base64.getEncoder().encodeToString(encrypt(key, place, context, beginning(failed.message()))));
        }
        byte[] plain = CompletedForm.write((Outcome.Completed) outcome);
        return new Outcome.Completed(0, List.of(SEALED), Bytes.of(encrypt(key, place, COMPLETED, plain)));
    }

    private static byte[] encrypt(EncryptionKey key, Place place, String context, byte[] plain) {
        byte[] text = new RecordCipher(key, place.recordKey(), context).encrypt(plain);
        return new SealedText(key.id(), Bytes.of(text)).toBytes();
    }

    /** Its UTF-8, cut between two characters where it is too long. */
    private static byte[] beginning(String message) {
        byte[] whole = message.getBytes(UTF_8);
        if (whole.length <= MAX_MESSAGE_BYTES) {
            return whole;
        }
        int end = MAX_MESSAGE_BYTES;
        while ((whole[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(whole, 0, end, UTF_8).getBytes(UTF_8);
    }

    @Override
    public Outcome open(Place place, Outcome sealed) {
        if (sealed instanceof Outcome.Failed failed) {
            return fromBase64(failed.message())
                    .flatMap(SealedText::parse)
                    .<Outcome>map(text -> new Outcome.Failed(
                            failed.code(), new String(decrypt(place, FAILED + failed.code(), text), UTF_8)))
                    .orElseGet(() -> plain(place, failed));
        }
        Outcome.Completed completed = (Outcome.Completed) sealed;
        Bytes body = completed.body();
        return Optional.ofNullable(body)
                .filter(present -> completed.headers().equals(List.of(SEALED)))
                .flatMap(present -> SealedText.parse(present.toArray()))
                .<Outcome>map(text -> CompletedForm.read(decrypt(place, COMPLETED, text)))
                .orElseGet(() -> plain(place, completed));
    }

    private static Optional<byte[]> fromBase64(String message) {
        try {
            return Optional.of(Base64.getDecoder().decode(message));
        } catch (IllegalArgumentException plain) {
            return Optional.empty();
        }
    }

    private Outcome plain(Place place, Outcome outcome) {
        if (acceptPlain) {
            return outcome;
        }
        throw new DamagedRecordException(subject(place), "its outcome is not encrypted");
    }

    private byte[] decrypt(Place place, String context, SealedText sealed) {
        EncryptionKey key = key(place, sealed.keyId());
        return new RecordCipher(key, place.recordKey(), context)
                .decrypt(sealed.text().toArray())
                .orElseThrow(() -> new DamagedRecordException(
                        subject(place), "its encrypted outcome was changed, or belongs to another record"));
    }

    private EncryptionKey key(Place place, String id) {
        List<EncryptionKey> ofTenant = keys.of(place.tenant());
        return ofTenant.stream().filter(key -> key.id().equals(id)).findFirst().orElseThrow(() -> {
            if (ofTenant.isEmpty() || keys.isDestroyed(place.tenant(), id)) {
                return new OutcomeNotRetainedException(subject(place));
            }
            return new StoreUnavailableException(
                    subject(place) + ": this node lacks the encryption key '" + id
                            + "' of its outcome; add it, or declare it" + " destroyed",
                    null);
        });
    }

    private static String subject(Place place) {
        return "Operation '" + place.operation() + "' [" + place.recordKey() + "]";
    }
}
