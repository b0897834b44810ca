// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.war;

import ee.idempotency.IdempotentOperation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** {@code /json}: answers what it was sent, and says that it is JSON. */
@Path("/json")
@RequestScoped
@IdempotentOperation
@Produces("application/json")
public class JsonWork {

    /** As it is. */
    @POST
    public String plain(String body) {
        return body;
    }

    /** Compressed. */
    @POST
    @Path("packed")
    public Response packed(String body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
            packing.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return Response.ok(packed.toByteArray())
                .header("Content-Encoding", "gzip")
                .build();
    }
}
