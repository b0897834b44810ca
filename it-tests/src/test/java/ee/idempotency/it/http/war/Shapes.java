// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.war;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.jaxrs.annotation.RequestFingerprint;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** Requests of every shape; each answer is another one if it is made again. */
@Path("/shapes")
@RequestScoped
@Produces("text/plain")
@IdempotentOperation
public class Shapes {

    private static String answer(Object seen) {
        return seen + " " + UUID.randomUUID();
    }

    /** Safe. */
    @GET
    public String get() {
        return answer("got");
    }

    /** A body as it is. */
    @POST
    public String text(String body) {
        return answer(body);
    }

    /** A form, by its fields. */
    @POST
    @Path("fields")
    @Consumes("application/x-www-form-urlencoded")
    public String fields(@FormParam("a") String a, @FormParam("b") List<String> all) {
        return answer(a + all);
    }

    /** A form, whole. */
    @POST
    @Path("form")
    @Consumes("application/x-www-form-urlencoded")
    public String form(MultivaluedMap<String, String> form) {
        return answer(form.getFirst("a") + form.get("b"));
    }

    /** Parts, with a boundary that every repeat makes again. */
    @POST
    @Path("parts")
    @Consumes("multipart/form-data")
    @RequestFingerprint
    public String parts(List<EntityPart> parts) throws IOException {
        StringBuilder seen = new StringBuilder();
        for (EntityPart part : parts) {
            seen.append(part.getName()).append('=').append(part.getContent(String.class));
        }
        return answer(seen);
    }

    /** Leads to another resource. */
    @Path("sub/{id}")
    public Sub sub(@PathParam("id") String id) {
        return new Sub(id);
    }

    /** A sub-resource. */
    public static class Sub {

        private final String id;

        Sub(String id) {
            this.id = id;
        }

        /** Protected by itself. */
        @POST
        @Path("lines")
        @IdempotentOperation
        public String line(String body) {
            return answer(id + body);
        }
    }
}
