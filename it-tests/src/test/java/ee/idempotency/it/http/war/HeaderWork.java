// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.war;

import ee.idempotency.IdempotentOperation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** {@code /headers}: answers with headers that nobody else may see, or with what the request says. */
@Path("/headers")
@RequestScoped
@IdempotentOperation
@Produces("text/plain")
public class HeaderWork {

    /** Credentials, and what belongs to one hop or one answer, beside what may be kept. */
    @POST
    @Path("all")
    public Response all(String body) {
        Response.ResponseBuilder response = Response.ok("answer " + UUID.randomUUID());
        for (String name : new String[] {
            "Set-Cookie",
            "Set-Cookie2",
            "Authorization",
            "WWW-Authenticate",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "Authentication-Info",
            "Keep-Alive",
            "Proxy-Connection",
            "TE",
            "Trailer",
            "Upgrade",
            "X-Api-Key"
        }) {
            response.header(name, "secret");
        }
        return response.header("ETag", "\"kept\"")
                .header("Link", "<a>;rel=next")
                .header("Link", "<b>;rel=prev")
                .build();
    }

    /** Answers with the request's body as the value of a header that is stored. */
    @POST
    @Path("echo")
    public Response echo(String value) {
        return Response.ok("answer " + UUID.randomUUID())
                .header("Content-Location", value)
                .build();
    }
}
