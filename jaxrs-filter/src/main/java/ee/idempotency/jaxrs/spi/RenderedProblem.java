// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.spi;

import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Header;
import java.util.List;

/**
 * A problem as it goes to a client.
 *
 * @param status 400 to 599: nothing else says that a request was refused
 * @param contentType of the body
 * @param body may be empty
 * @param headers further lines; the library adds {@code Retry-After} and others of its own
 */
public record RenderedProblem(int status, String contentType, Bytes body, List<Header> headers) {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if the status is no error
     */
    public RenderedProblem {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("a problem has a status from 400 to 599, not " + status);
        }
        headers = List.copyOf(headers);
    }
}
