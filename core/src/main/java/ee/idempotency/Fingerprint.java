// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import ee.idempotency.internal.FramedDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a request says, condensed: a version and a SHA-256. It is written with the claim and compared on every repeat, so
 * that a key that comes back with another payload is told {@code key reused} (422) instead of another request's answer.
 *
 * <p>Immutable and thread-safe. The text form is {@code v1:<64 lower-case hex>}; the binary form is the version byte and
 * the 32 bytes of the digest. Source: draft-ietf-httpapi-idempotency-key-header-07, section 2.4.
 */
public final class Fingerprint {

    /** Length of {@link #toBytes()}. */
    public static final int ENCODED_BYTES = 33;

    private static final byte VERSION = 1;
    private static final String TEXT_PREFIX = "v1:";
    private static final Fingerprint NONE = new Fingerprint(new FramedDigest("idempotency-fingerprint/none").digest());

    private final byte[] digest;

    private Fingerprint(byte[] digest) {
        this.digest = digest;
    }

    /** The fingerprint of an operation that has no payload beyond its key: all such repeats agree. */
    public static Fingerprint none() {
        return NONE;
    }

    /** The fingerprint of a payload that is already bytes. */
    public static Fingerprint of(byte[] payload) {
        return new Fingerprint(new FramedDigest("idempotency-fingerprint/payload/v1")
                .bytes(payload)
                .digest());
    }

    /**
     * The raw fingerprint of an HTTP request: method, path template, path, query, content type and body, each framed by
     * its length. The query's pairs are sorted by name (pairs of one name keep their order); the content type is
     * compared without regard to case and blanks. Nothing else is normalised.
     *
     * @param method the HTTP method
     * @param pathTemplate the template the request matched, such as {@code /orders/{id}}
     * @param path the path as sent, relative to the application
     * @param rawQuery the query as sent, still percent-encoded, or null
     * @param contentType the content type as sent, or null
     * @param body the bytes of the body; empty if there is none
     */
    public static Fingerprint ofRequest(
            String method,
            String pathTemplate,
            String path,
            @Nullable String rawQuery,
            @Nullable String contentType,
            byte[] body) {
        String comparable =
                contentType == null ? null : contentType.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        return request("raw/v1", method, pathTemplate, path, rawQuery, comparable, body);
    }

    /**
     * The fingerprint of an HTTP request whose body was brought into one of the spellings that mean the same. Like
     * {@link #ofRequest}, but for content type and body.
     *
     * @param form the name and version of that spelling, such as {@code json/v1}: bodies of different forms never agree,
     *     and none agrees with a raw one
     * @param contentType what is to be compared of the content type
     * @param canonical the body in that form; two bodies that differ must not have the same
     * @throws IllegalArgumentException if {@code form} is the one of {@link #ofRequest}, or a text holds an unpaired
     *     surrogate
     */
    public static Fingerprint ofCanonicalRequest(
            String form,
            String method,
            String pathTemplate,
            String path,
            @Nullable String rawQuery,
            String contentType,
            byte[] canonical) {
        if (form.startsWith("raw/")) {
            throw new IllegalArgumentException("A canonical form has a name of its own, not " + form);
        }
        return request(form, method, pathTemplate, path, rawQuery, contentType, canonical);
    }

    private static Fingerprint request(
            String form,
            String method,
            String pathTemplate,
            String path,
            @Nullable String rawQuery,
            @Nullable String contentType,
            byte[] body) {
        FramedDigest framed = new FramedDigest("idempotency-fingerprint/request/" + form)
                .text(method)
                .text(pathTemplate)
                .text(path);
        sortedPairs(rawQuery).forEach(framed::text);
        framed.absent();
        if (contentType == null) {
            framed.absent();
        } else {
            framed.text(contentType);
        }
        return new Fingerprint(framed.bytes(body).digest());
    }

    private static List<String> sortedPairs(@Nullable String rawQuery) {
        if (rawQuery == null || rawQuery.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(rawQuery.split("&", -1))
                .sorted(Comparator.comparing(pair -> pair.split("=", 2)[0]))
                .toList();
    }

    /**
     * Reads the binary form.
     *
     * @throws IllegalArgumentException if the length or the version is unknown
     */
    public static Fingerprint fromBytes(byte[] encoded) {
        if (encoded.length != ENCODED_BYTES || encoded[0] != VERSION) {
            throw new IllegalArgumentException("A fingerprint has " + ENCODED_BYTES + " bytes and version " + VERSION
                    + "; this one has " + encoded.length + " bytes");
        }
        return new Fingerprint(Arrays.copyOfRange(encoded, 1, ENCODED_BYTES));
    }

    /** The binary form, a fresh array of {@value #ENCODED_BYTES} bytes. */
    public byte[] toBytes() {
        byte[] encoded = new byte[ENCODED_BYTES];
        encoded[0] = VERSION;
        System.arraycopy(digest, 0, encoded, 1, digest.length);
        return encoded;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fingerprint that && Arrays.equals(digest, that.digest);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digest);
    }

    /** The text form. It reveals nothing of the payload that a guess could not confirm, so it may be logged. */
    @Override
    public String toString() {
        return TEXT_PREFIX + HexFormat.of().formatHex(digest);
    }
}
