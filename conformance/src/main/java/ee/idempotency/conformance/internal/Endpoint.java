// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.internal;

/**
 * A request that is protected by a key. In path and body, {@value #PLACEHOLDER} stands for a number of eight digits that
 * differs from request to request, so that a repeat and another request differ.
 *
 * @param method of HTTP
 * @param path relative to the base URL, with query
 * @param contentType of the body
 * @param body may be empty
 */
public record Endpoint(String method, String path, String contentType, String body) {

    static final String PLACEHOLDER = "{n}";

    /** The path for one number. */
    public String path(long number) {
        return path.replace(PLACEHOLDER, Long.toString(number));
    }

    /** The body for one number. */
    public String body(long number) {
        return body.replace(PLACEHOLDER, Long.toString(number));
    }
}
