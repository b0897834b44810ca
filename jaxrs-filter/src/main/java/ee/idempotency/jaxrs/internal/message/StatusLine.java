// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.message;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status.Family;
import jakarta.ws.rs.core.Response.StatusType;

/** A status with a reason phrase: JAX-RS 3.1 has none for 422, and servers invent one. */
record StatusLine(int getStatusCode, String getReasonPhrase) implements StatusType {

    private static final int UNPROCESSABLE_CONTENT = 422;

    static StatusType of(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        if (known != null) {
            return known;
        }
        return new StatusLine(status, status == UNPROCESSABLE_CONTENT ? "Unprocessable Content" : "");
    }

    @Override
    public Family getFamily() {
        return Family.familyOf(getStatusCode);
    }
}
