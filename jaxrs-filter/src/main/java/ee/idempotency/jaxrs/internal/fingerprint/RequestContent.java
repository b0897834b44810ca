// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

import ee.idempotency.spi.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a request is compared.
 *
 * @param application the path of its JAX-RS application, without slashes at its ends; empty if nobody knows it
 * @param method the HTTP method
 * @param pathTemplate the template the request matched, such as {@code /orders/{id}}
 * @param path the path relative to the application, still percent-encoded
 * @param rawQuery the query, still percent-encoded, or null
 * @param contentType the content type as sent, or null
 * @param headers those that are compared
 * @param body the body; empty if there is none
 */
public record RequestContent(
        String application,
        String method,
        String pathTemplate,
        String path,
        @Nullable String rawQuery,
        @Nullable String contentType,
        List<ComparedHeader> headers,
        Bytes body) {

    /** RESTEasy's paths begin with a slash, Jersey's do not, and servers of both may share a store. */
    public RequestContent {
        path = UriSpelling.of(path.startsWith("/") ? path.substring(1) : path);
        headers = List.copyOf(headers);
    }
}
