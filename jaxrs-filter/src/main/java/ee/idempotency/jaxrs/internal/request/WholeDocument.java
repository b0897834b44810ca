// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.request;

import ee.idempotency.jaxrs.internal.problem.ProblemType;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refuses JSON documents that do not end, before anything is claimed: the parser of some servers never returns from one. */
public final class WholeDocument {

    private WholeDocument() {}

    /** Refuses a request as {@link #of} does, and leaves the document alone. */
    public static void require(byte[] body, @Nullable String contentType, @Nullable String coding, int limit) {
        of(body, contentType, coding, limit);
    }

    /**
     * The document in a body whose content type is JSON, decoded if it is compressed; empty for any other content type.
     *
     * @param limit the most bytes a compressed document may have when it is decoded
     * @throws RefusedRequestException if it does not end, or has more than {@code limit} bytes
     */
    static Optional<byte[]> of(byte[] body, @Nullable String contentType, @Nullable String coding, int limit) {
        if (!isJson(contentType)) {
            return Optional.empty();
        }
        byte[] document = ContentCoding.decode(body, coding, limit);
        if (document.length > limit) {
            throw new RefusedRequestException(
                    ProblemType.REQUEST_TOO_LARGE,
                    "The body of this request may have at most " + limit
                            + " bytes, also when it is decompressed. Nothing was done.");
        }
        if (!JsonEnd.isReached(document)) {
            throw new RefusedRequestException(
                    ProblemType.BODY_MALFORMED,
                    "The body is no JSON document: it ends inside an object, an array or a string. Nothing was done.");
        }
        return Optional.of(document);
    }

    /** By its media type, in charsets whose bytes below 128 are those of ASCII, and those that {@link JsonEnd} converts. */
    static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        int end = contentType.indexOf(';');
        String type =
                (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        if (!type.equals("application/json") && !type.equals("text/json") && !type.endsWith("+json")) {
            return false;
        }
        int charset = contentType.toLowerCase(Locale.ROOT).indexOf("charset=");
        if (charset < 0) {
            return true;
        }
        String name = contentType
                .substring(charset + "charset=".length())
                .replace("\"", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        return name.startsWith("utf-") || name.startsWith("us-ascii") || name.startsWith("iso-8859-");
    }
}
