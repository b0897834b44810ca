// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.annotation;

/** What of a request's body must be the same for a request to be a repeat. */
public enum FingerprintStrategy {

    /** Every byte. */
    RAW,

    /**
     * What the body says, by its content type: JSON whatever its white space, the order of members and the spelling of
     * numbers and strings; form fields whatever the order of different names and their percent-encoding; multipart
     * whatever the boundary. A body of another type, one that is malformed, and one of more than 1 MiB is compared as
     * {@link #RAW}.
     */
    CONTENT
}
