// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import ee.idempotency.internal.FramedDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a request says, condensed: a version and a SHA-256. It is written with the claim and compared on every repeat, so
 * that a key that comes back with another payload is refused as {@code key reused} (422), not answered with another
 * request's response.
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
     * Begins the fingerprint of a payload of several fields.
     *
     * @param form the name and version of what the fields are, such as {@code invoice/v1}: fingerprints of different forms
     *     never agree
     */
    public static Fields ofFields(String form) {
        return new Fields(form);
    }

    /**
     * The fields of a payload, one after another, each framed by its length: nothing can move from one to the next. Not
     * thread-safe; one instance makes one fingerprint.
     */
    public static final class Fields {

        private final FramedDigest framed;

        private Fields(String form) {
            framed = new FramedDigest("idempotency-fingerprint/fields/" + form);
        }

        /**
         * Adds a text.
         *
         * @throws IllegalArgumentException if it holds an unpaired surrogate
         */
        public Fields text(String text) {
            framed.text(text);
            return this;
        }

        /** Adds bytes. */
        public Fields bytes(byte[] bytes) {
            framed.bytes(bytes);
            return this;
        }

        /** Adds the mark of a field without a value, which differs from an empty one; it may also end a list of fields. */
        public Fields absent() {
            framed.absent();
            return this;
        }

        /** The fingerprint of all fields; the instance must not be used afterwards. */
        public Fingerprint toFingerprint() {
            return new Fingerprint(framed.digest());
        }
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
