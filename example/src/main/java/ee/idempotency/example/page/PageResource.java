// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.example.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * The page and its two files. The application is at the root of the context, so that the server's own files are not
 * reached.
 */
@Path("/")
@RequestScoped
public class PageResource {

    private static final String UTF_8 = "; charset=UTF-8";

    /** The page. */
    @GET
    @Produces("text/html" + UTF_8)
    public Response page() {
        return file("index.html");
    }

    /** How it looks. */
    @GET
    @Path("page.css")
    @Produces("text/css" + UTF_8)
    public Response style() {
        return file("page.css");
    }

    /** What its buttons do. */
    @GET
    @Path("page.js")
    @Produces("text/javascript" + UTF_8)
    public Response script() {
        return file("page.js");
    }

    private static Response file(String name) {
        byte[] content;
        try (InputStream file = PageResource.class.getResourceAsStream(name)) {
            content = Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return Response.ok(content)
                .header(
                        "Content-Security-Policy",
                        "default-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
