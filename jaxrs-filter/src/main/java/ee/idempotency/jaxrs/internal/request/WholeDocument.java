// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.request;

import ee.idempotency.jaxrs.internal.problem.ProblemType;
import java.util.Arrays;
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

    /**
     * By a media type that JAX-RS runtimes read as JSON, and where several lines were joined by any of them. A charset makes no
     * difference: JSON has none (RFC 8259, section 11), and the runtimes read bytes, whatever the parameter says.
     */
    static boolean isJson(@Nullable String contentType) {
        return contentType != null
                && Arrays.stream(contentType.toLowerCase(Locale.ROOT).split(","))
                        .map(type -> type.split(";", 2)[0].strip())
                        .anyMatch(type -> type.endsWith("/json") || type.endsWith("+json"));
    }
}
