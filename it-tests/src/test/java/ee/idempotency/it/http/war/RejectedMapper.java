// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.war;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;

/** Maps {@link RejectedException}; every answer is another one, so that a replay shows. */
@Provider
public class RejectedMapper implements ExceptionMapper<RejectedException> {

    @Override
    public Response toResponse(RejectedException rejected) {
        return Response.status(rejected.status())
                .type("text/plain")
                .entity("rejected " + UUID.randomUUID())
                .build();
    }
}
