// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.war;

import ee.idempotency.IdempotencyContext;
import ee.idempotency.jaxrs.annotation.FailurePolicy;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * One effect, and then another end in each method; the body of the request names the work. Subclasses say how it is
 * protected.
 */
@Produces("text/plain")
public abstract class Work {

    private static final String STATUS = "X-Status";

    @Inject
    Effects effects;

    @Inject
    Timeout timeout;

    @Inject
    IdempotencyContext context;

    @Resource
    TransactionSynchronizationRegistry transactions;

    @Inject
    UserTransaction userTransaction;

    /** Answers; with 204 without an entity. Says whether the effect was in the transaction that the resource is in. */
    @POST
    @Path("answer")
    public Response answer(String work, @HeaderParam(STATUS) @DefaultValue("201") int status) {
        Object here = transactions.getTransactionKey();
        boolean shared = here != null && effects.add(work).equals(here.toString());
        Response.ResponseBuilder response = Response.status(status).header("Location", "/orders/" + work);
        return status == 204
                ? response.build()
                : response.entity("shared " + shared + " " + UUID.randomUUID()).build();
    }

    /** The effect and nothing else; for counting statements. */
    @POST
    @Path("effect")
    public String effect(String work) {
        effects.add(work);
        return "done " + UUID.randomUUID();
    }

    /** The effect, whatever the body is. */
    @POST
    @Path("any")
    public String any(byte[] body) {
        effects.add("any");
        return body.length + " bytes " + UUID.randomUUID();
    }

    /** Throws through the transactional bean. */
    @POST
    @Path("reject")
    public String reject(String work, @HeaderParam(STATUS) int status) {
        effects.addAndReject(work, status);
        return "not reached";
    }

    /** Throws after the transactional bean returned. */
    @POST
    @Path("refuse")
    public String refuse(String work, @HeaderParam(STATUS) int status) {
        effects.add(work);
        throw new RejectedException(status);
    }

    /** Answers although the transaction was marked. */
    @POST
    @Path("mark")
    public Response mark(String work, @HeaderParam(STATUS) int status) {
        effects.addAndMark(work);
        return Response.status(status)
                .entity("marked " + UUID.randomUUID())
                .header("Location", "/orders")
                .build();
    }

    /** Throws what nothing maps. */
    @POST
    @Path("unmapped/{what}")
    public String unmapped(String work, @PathParam("what") String what) {
        effects.add(work);
        if (what.equals("error")) {
            throw new AssertionError("no mapper for this");
        }
        throw new IllegalStateException("no mapper for this");
    }

    /** Answers with what cannot be written. */
    @POST
    @Path("unwritable/{what}")
    public Response unwritable(String work, @PathParam("what") String what) {
        effects.add(work);
        return switch (what) {
            case "checked", "unchecked" ->
                Response.ok(new BrokenBody(what.equals("checked"))).build();
            case "header" ->
                Response.ok("x")
                        .header("Location", new Object() {
                            @Override
                            public String toString() {
                                throw new IllegalStateException("a header that cannot be read");
                            }
                        })
                        .build();
            default -> Response.ok(new Object()).type("x/unknown").build();
        };
    }

    /** Commits not, because of what happens at commit. */
    @POST
    @Path("commit/{what}")
    public Response commitFails(String work, @PathParam("what") String what, @HeaderParam(STATUS) int status) {
        if (what.equals("deferred")) {
            effects.addAndViolateAtCommit(work);
        } else {
            effects.addAndFailAtCommit(work);
        }
        return status == 204
                ? Response.noContent().build()
                : Response.status(status).entity("done").build();
    }

    /** An effect in a transaction of its own, then one that is rolled back. */
    @POST
    @Path("apart")
    public String apart(String work, @HeaderParam(STATUS) int status) {
        effects.addApart(work + "-apart");
        effects.addAndReject(work, status);
        return "not reached";
    }

    /** The same with an effect before, in the transaction of the request. */
    @POST
    @Path("apart-later")
    public String apartLater(String work, @HeaderParam(STATUS) int status) {
        effects.addAndAddApartAndReject(work, status);
        return "not reached";
    }

    /** An effect in a transaction of its own, of an EJB, then one that is rolled back. */
    @POST
    @Path("apart-ejb")
    public String apartEjb(String work, @HeaderParam(STATUS) int status) {
        effects.addAndAddByEjbAndReject(work, status);
        return "not reached";
    }

    /** Through transactional methods of one bean that call each other. */
    @POST
    @Path("nested")
    public Response nested(String work, @HeaderParam(STATUS) int status) {
        effects.addTwice(work);
        return Response.status(status).entity("done " + UUID.randomUUID()).build();
    }

    /** Ends the transaction, which is not the resource's. */
    @POST
    @Path("end/{how}")
    public String end(String work, @PathParam("how") String how) throws Exception {
        effects.add(work);
        if (how.equals("rollback")) {
            userTransaction.rollback();
        } else {
            userTransaction.commit();
        }
        if (how.equals("another")) {
            userTransaction.begin();
            effects.add(work);
        }
        return "ended " + UUID.randomUUID();
    }

    /** More than is kept. */
    @POST
    @Path("large")
    public Response large(String work) {
        effects.add(work);
        StreamingOutput body = out -> {
            for (int i = 0; i < 100; i++) {
                out.write("x".repeat(1000).getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        };
        return Response.ok(body).header("Location", "/orders/" + work).build();
    }

    /** Stops at a gate after its effect. */
    @POST
    @Path("gate/{name}")
    public String gate(String work, @PathParam("name") String name) {
        effects.add(work);
        Gates.pass(name);
        return "done " + UUID.randomUUID();
    }

    /** Stops at a gate in the commit. */
    @POST
    @Path("commit-gate/{name}")
    public String commitGate(String work, @PathParam("name") String name) {
        effects.addAndWaitAtCommit(work, name);
        return "done " + UUID.randomUUID();
    }

    /** Answers on another thread without having said so. */
    @POST
    @Path("elsewhere")
    public Response elsewhere(String work) {
        effects.add(work);
        return Response.ok(CompletableFuture.supplyAsync(() -> "done elsewhere", OtherThreadWork.LATER))
                .build();
    }

    /** A status that has no body, with one. */
    @POST
    @Path("contradiction/{status}")
    public Response contradiction(String work, @PathParam("status") int status) {
        effects.add(work);
        return Response.status(status).entity("a body").build();
    }

    /** An effect, and an answer of which it says itself what becomes of it. */
    @POST
    @Path("choose/{choice}")
    public Response choose(String work, @PathParam("choice") String choice, @HeaderParam(STATUS) int status) {
        effects.add(work);
        if (choice.startsWith("store")) {
            context.outcome().store();
        } else {
            context.outcome().release();
        }
        if (choice.endsWith("throw")) {
            throw new IllegalStateException("no mapper for this");
        }
        return Response.status(status).entity("chosen " + UUID.randomUUID()).build();
    }

    /** An effect, and a failure that is final. */
    @POST
    @Path("final")
    @FailurePolicy(store = "5xx")
    public Response failForGood(String work, @HeaderParam(STATUS) int status) {
        effects.add(work);
        return Response.status(status).entity("failed " + UUID.randomUUID()).build();
    }

    /** An effect, and what nothing maps, although failures are final. */
    @POST
    @Path("final-unmapped")
    @FailurePolicy(store = "5xx")
    public String failUnmapped(String work) {
        effects.add(work);
        throw new IllegalStateException("no mapper for this");
    }

    /** An effect, the end of its transaction by the transaction manager if it is to be short, and what comes then. */
    @POST
    @Path("outlast/{then}")
    public String outlast(
            String work, @PathParam("then") String then, @HeaderParam(ShortTransactions.SECONDS) String seconds) {
        effects.add(work);
        if (seconds == null) {
            return "done " + UUID.randomUUID();
        }
        timeout.await();
        switch (then) {
            case "add" -> effects.add(work);
            case "try" -> effects.tryToAdd(work);
            case "gate" -> Gates.pass(work);
            default -> {} // nothing comes then
        }
        return "done too late";
    }
}
