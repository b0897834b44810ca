// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.request;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Content codings of request bodies (RFC 9110, section 8.4.1), as far as the platform decodes them. */
final class ContentCoding {

    private static final byte[] UNKNOWN = {};

    /** The bits of zlib's first byte that say how it is compressed (RFC 1950, section 2.2). */
    private static final int METHOD = 0x0F;

    private ContentCoding() {}

    /**
     * The content of a body, at most {@code limit} + 1 bytes of it. Nothing where the coding is not known: then only the
     * resource knows what is in it. The body itself where it is not of the coding: Open Liberty has uncompressed it, and
     * leaves the header.
     *
     * @param coding the value of {@code Content-Encoding}, or null; of a list the first counts, which is what JAX-RS runtimes
     *     look at, of several lines the first
     * @throws RefusedRequestException if a decoder would need too much stack for it
     */
    static byte[] decode(byte[] body, @Nullable String coding, int limit) {
        try {
            return switch (first(coding)) {
                case "", "identity" -> body;
                case "gzip", "x-gzip" -> read(new GzipMembers(new ByteArrayInputStream(body)), limit);
                case "deflate" -> inflate(body, limit);
                default -> UNKNOWN;
            };
        } catch (IOException notOfThisCoding) {
            return body;
        }
    }

    private static String first(@Nullable String coding) {
        if (coding == null) {
            return "";
        }
        int comma = coding.indexOf(',');
        return (comma < 0 ? coding : coding.substring(0, comma)).strip().toLowerCase(Locale.ROOT);
    }

    /** With the header of zlib or, as some senders do it and Jersey reads it, without. */
    private static byte[] inflate(byte[] body, int limit) throws IOException {
        boolean isBare = body.length == 0 || (body[0] & METHOD) != Deflater.DEFLATED;
        Inflater inflater = new Inflater(isBare);
        try {
            return read(new InflaterInputStream(new ByteArrayInputStream(body), inflater), limit);
        } finally {
            inflater.end();
        }
    }

    private static byte[] read(InputStream decoded, int limit) throws IOException {
        try (decoded) {
            return decoded.readNBytes(limit + 1);
        }
    }
}
