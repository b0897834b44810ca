// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.war;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** {@code /login}: gives a browser its roles, and sends it on. */
@Path("/login")
public class Login {

    /** To {@code to}, of this application. */
    @GET
    public Response login(@QueryParam("roles") String roles, @QueryParam("to") String to) {
        return Response.seeOther(URI.create(to))
                .header("Set-Cookie", "roles=" + roles + "; Path=/; HttpOnly; SameSite=Strict")
                .build();
    }
}
