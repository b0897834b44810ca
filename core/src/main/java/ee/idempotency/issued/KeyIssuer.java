// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.issued;

import ee.idempotency.internal.FramedDigest;
import ee.idempotency.spi.HmacSha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Issues keys and knows them again, without keeping anything. A key is {@code i1.<signing key's id>.<payload>.<MAC>}, both in the
 * alphabet of base64url: a nonce of 16 bytes and two times of 8, and the first 16 bytes of an HMAC-SHA-256 over these
 * characters and the {@link Place}, framed. What is authenticated is the text, because base64 has several texts for the same
 * bytes. Thread-safe.
 */
public final class KeyIssuer {

    private static final Pattern FORM =
            Pattern.compile("(i1\\.([A-Za-z0-9_-]{1,16})\\.([A-Za-z0-9_-]{43}))\\.([A-Za-z0-9_-]{22})");

    private static final int NONCE_BYTES = 16;
    private static final int MAC_BYTES = 16;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    /**
     * Whom and what a key is for.
     *
     * @param tenant of the records
     * @param operation of the records
     * @param caller of the records, as a binding has it
     */
    public record Place(String tenant, String operation, String caller) {}

    private final List<SigningKey> keys;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /** An issuer; the first of the keys, of which there is at least one, signs, and all are accepted. */
    public KeyIssuer(List<SigningKey> keys, InstantSource clock) {
        this.keys = List.copyOf(keys);
        this.clock = clock;
    }

    /** A key for {@code place} that no other call gets. Nothing is stored. */
    public IssuedKey issue(Place place, Duration lifetime) {
        Instant issued = Instant.ofEpochMilli(clock.millis());
        Instant expires = Instant.ofEpochMilli(issued.plus(lifetime).toEpochMilli());
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] payload = ByteBuffer.allocate(NONCE_BYTES + 2 * Long.BYTES)
                .put(nonce)
                .putLong(issued.toEpochMilli())
                .putLong(expires.toEpochMilli())
                .array();
        SigningKey current = keys.get(0);
        String signed = "i1." + current.id() + "." + TEXT.encodeToString(payload);
        return new IssuedKey(signed + "." + mac(current, signed, place), issued, expires);
    }

    /** The key that a client sent, if it was issued for {@code place}, whether it has expired or not. */
    public Optional<IssuedKey> verify(String sent, Place place) {
        Matcher form = FORM.matcher(sent);
        if (!form.matches()) {
            return Optional.empty();
        }
        return keys.stream()
                .filter(key -> key.id().equals(form.group(2)))
                .filter(key -> isEqual(mac(key, form.group(1), place), form.group(4)))
                .findFirst()
                .map(genuine -> read(sent, form.group(3)));
    }

    private static IssuedKey read(String sent, String payload) {
        ByteBuffer times =
                ByteBuffer.wrap(Base64.getUrlDecoder().decode(payload)).position(NONCE_BYTES);
        return new IssuedKey(sent, Instant.ofEpochMilli(times.getLong()), Instant.ofEpochMilli(times.getLong()));
    }

    /** In a time that does not tell how many characters agree. */
    private static boolean isEqual(String expected, String sent) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), sent.getBytes(StandardCharsets.US_ASCII));
    }

    private static String mac(SigningKey key, String signed, Place place) {
        byte[] framed = new FramedDigest("idempotency-issued-key/v1")
                .text(signed)
                .text(place.tenant())
                .text(place.operation())
                .text(place.caller())
                .digest();
        return TEXT.encodeToString(Arrays.copyOf(HmacSha256.of(key.secret().toArray(), framed), MAC_BYTES));
    }
}
