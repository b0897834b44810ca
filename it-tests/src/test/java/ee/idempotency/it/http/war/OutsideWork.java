// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.war;

import ee.idempotency.IdempotentOperation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** {@code /outside}: answers through the servlet's response, where JAX-RS does not see it, and takes forms. */
@Path("/outside")
@RequestScoped
@IdempotentOperation
@Produces("text/plain")
public class OutsideWork {

    @Inject
    Effects effects;

    @Context
    HttpServletResponse response;

    /** An error of the server's. */
    @POST
    @Path("error")
    public void error(String work) throws IOException {
        effects.add(work);
        response.sendError(409);
    }

    /** A body of its own. */
    @POST
    @Path("body")
    public void body(String work) throws IOException {
        effects.add(work);
        response.setStatus(201);
        response.setHeader("Location", "/outside/1");
        response.getOutputStream().write("order 1".getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
    }

    /** The parameters of a form. */
    @POST
    @Path("form")
    @Consumes("application/x-www-form-urlencoded")
    public String form(@FormParam("work") String work) {
        effects.add(work);
        return "form " + work;
    }
}
