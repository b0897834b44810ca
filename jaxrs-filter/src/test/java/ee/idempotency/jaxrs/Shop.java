// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.KeyPolicy;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** A resource of every shape of answer. Each run has a number, so that a replay differs from a second run. */
@Path("/shop")
@IdempotentOperation
public class Shop {

    /** What a JSON provider makes an object of. */
    public record Order(String item, int count) {}

    final AtomicInteger runs = new AtomicInteger();
    volatile Runnable onRun = () -> {};

    private int run() {
        onRun.run();
        return runs.incrementAndGet();
    }

    @POST
    @Path("text")
    public String text(String body) {
        return "run " + run() + " of " + body;
    }

    @POST
    @Path("orders")
    @SuppressWarnings("JavaUtilDate") // JAX-RS takes no other
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response order(Order order) {
        int run = run();
        CacheControl cacheControl = new CacheControl();
        cacheControl.setMaxAge(3);
        return Response.created(URI.create("orders/" + run))
                .entity(new Order(order.item(), order.count() + run))
                .tag(new EntityTag("v" + run))
                .lastModified(Date.from(Instant.ofEpochSecond(1_700_000_000)))
                .expires(Date.from(Instant.ofEpochSecond(1_800_000_000)))
                .language(Locale.GERMAN)
                .cacheControl(cacheControl)
                .links(
                        Link.fromUri("http://localhost/a").rel("next").build(),
                        Link.fromUri("http://localhost/b").rel("prev").build())
                .header("Vary", "Accept")
                .header("Vary", "Origin")
                .header("X-Request-Cost", run)
                .cookie(new NewCookie.Builder("session").value("secret").build())
                .header("Authorization", "Bearer secret")
                .header("Idempotency-Replayed", "true")
                .build();
    }

    @POST
    @Path("bytes")
    @Produces("image/x-test")
    public byte[] bytes() {
        int run = run();
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) (i + run);
        }
        return all;
    }

    @POST
    @Path("latin1")
    @Produces("text/plain;charset=ISO-8859-1")
    public String latin1() {
        return "Grüße Nr. " + run();
    }

    @POST
    @Path("json-bytes")
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] jsonBytes() {
        return ("{ \"run\" :  " + run() + " }").getBytes(StandardCharsets.UTF_8);
    }

    @POST
    @Path("empty-text")
    @Produces(MediaType.TEXT_PLAIN)
    public String emptyText() {
        run();
        return "";
    }

    @DELETE
    @Path("orders/{id : [0-9]+}")
    public void delete(@PathParam("id") long id) {
        run();
    }

    @POST
    @Path("stream")
    public StreamingOutput stream(@HeaderParam("X-Size") int size) {
        int run = run();
        return out -> {
            for (int i = 0; i < size; i++) {
                out.write('0' + run);
                if (i % 1000 == 0) {
                    out.flush();
                }
            }
        };
    }

    @POST
    @Path("located-stream")
    public Response locatedStream(@HeaderParam("X-Size") int size) {
        return Response.created(URI.create("orders/7")).entity(stream(size)).build();
    }

    @POST
    @Path("broken-stream")
    public StreamingOutput brokenStream() {
        run();
        return out -> {
            out.write("half".getBytes(StandardCharsets.UTF_8));
            throw new IOException("a writer failed");
        };
    }

    @POST
    @Path("status")
    public Response status(@HeaderParam("X-Status") int status) {
        return Response.status(status).type("text/plain").entity("run " + run()).build();
    }

    @POST
    @Path("status-only")
    public Response statusOnly(@HeaderParam("X-Status") int status) {
        run();
        return Response.status(status).header("Location", "/here").build();
    }

    @POST
    @Path("throw")
    public String fail(@HeaderParam("X-Status") int status) {
        run();
        if (status == 0) {
            throw new IllegalStateException("no mapper for this");
        }
        throw new WebApplicationException(
                Response.status(status).entity("thrown " + runs.get()).build());
    }

    @POST
    @Path("injected")
    public Response injected() {
        run();
        return Response.ok("ok").header("ETag", "\"a\"\r\nSet-Cookie: evil=1").build();
    }

    @POST
    @Path("form-param")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public String formParam(@FormParam("a") String a) {
        return run() + a;
    }

    @POST
    @Path("form")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public String form(Form form) {
        return run() + form.asMap().getFirst("a");
    }

    @POST
    @Path("form-map")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public String formMap(MultivaluedMap<String, String> form) {
        return run() + form.getFirst("a");
    }

    @POST
    @Path("optional")
    @IdempotentOperation(keyPolicy = KeyPolicy.OPTIONAL, name = "optional", lease = "PT10S")
    public String optional() {
        return "run " + run();
    }

    @GET
    public String get() {
        return "run " + run();
    }
}
