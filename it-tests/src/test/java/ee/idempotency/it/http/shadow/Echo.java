// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.shadow;

import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Answers are a function of the request, whatever ran before. */
public abstract class Echo {

    /** Reads all. */
    @POST
    @Path("bytes")
    public Response bytes(@HeaderParam("X-Status") int status, byte[] body) {
        return Response.status(status).header("ETag", "\"e\"").entity(body).build();
    }

    /** Reads nothing, and answers without an entity. */
    @POST
    @Path("unread")
    public Response unread(@HeaderParam("X-Status") int status) {
        return Response.status(status).header("X-Cost", 7).build();
    }

    /** Reads a part, and answers in pieces. */
    @POST
    @Path("pieces")
    public StreamingOutput pieces(@HeaderParam("X-Status") int size, InputStream body) throws IOException {
        byte[] start = body.readNBytes(size);
        return out -> {
            out.write(start);
            out.flush();
            out.write(Arrays.copyOf(start, 3000));
        };
    }

    /** Is answered later. */
    @POST
    @Path("later")
    public CompletionStage<String> later(String body) {
        return CompletableFuture.completedFuture("later " + body.length());
    }

    /** Reads the parameters of a form. */
    @POST
    @Path("form")
    public String form(@FormParam("name") String name) {
        return "hello " + name;
    }

    /** Nothing maps its exception. */
    @POST
    @Path("fails")
    public String fails() {
        throw new IllegalStateException("nobody maps this");
    }
}
