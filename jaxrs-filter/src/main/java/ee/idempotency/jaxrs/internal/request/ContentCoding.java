// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.request;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Content codings of request bodies (RFC 9110, section 8.4.1), as far as the platform decodes them. */
final class ContentCoding {

    private static final byte[] UNKNOWN = {};

    private ContentCoding() {}

    /**
     * The content of a body, at most {@code limit} + 1 bytes of it. Nothing where the coding is not known or the body is not
     * of it: then only the resource knows what is in it.
     *
     * @param coding the value of {@code Content-Encoding}, or null
     */
    static byte[] decode(byte[] body, @Nullable String coding, int limit) {
        String name = coding == null ? "identity" : coding.strip().toLowerCase(Locale.ROOT);
        try {
            return switch (name) {
                case "", "identity" -> body;
                case "gzip", "x-gzip" -> read(new GZIPInputStream(new ByteArrayInputStream(body)), limit);
                case "deflate" -> read(new InflaterInputStream(new ByteArrayInputStream(body)), limit);
                default -> UNKNOWN;
            };
        } catch (IOException notOfThisCoding) {
            return UNKNOWN;
        }
    }

    private static byte[] read(InputStream decoded, int limit) throws IOException {
        try (decoded) {
            return decoded.readNBytes(limit + 1);
        }
    }
}
