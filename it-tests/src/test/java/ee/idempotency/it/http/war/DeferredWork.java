// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.war;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.TransactionMode;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Answers on other threads and in pieces, in a mode that cannot be; says in which transaction and state it was called. */
@Path("/deferred")
@RequestScoped
@Produces("text/plain")
@IdempotentOperation(mode = TransactionMode.ONE_COMMIT)
public class DeferredWork {

    @Inject
    Effects effects;

    @Inject
    Witness witness;

    @Resource
    TransactionSynchronizationRegistry transactions;

    @Resource
    ManagedExecutorService threads;

    private String called(String key) {
        return "status " + transactions.getTransactionStatus() + " " + witness.state(key) + " " + UUID.randomUUID();
    }

    /** A stage. */
    @POST
    @Path("stage")
    public CompletionStage<String> stage(String work, @HeaderParam("X-Key") String key) {
        String called = called(key);
        return threads.supplyAsync(() -> {
            effects.add(work);
            return called;
        });
    }

    /** Suspended. */
    @POST
    @Path("suspended")
    public void suspended(String work, @HeaderParam("X-Key") String key, @Suspended AsyncResponse response) {
        String called = called(key);
        threads.execute(() -> {
            effects.add(work);
            response.resume(called);
        });
    }

    /** A stream. */
    @POST
    @Path("stream")
    public StreamingOutput stream(String work, @HeaderParam("X-Key") String key) {
        String called = called(key);
        effects.add(work);
        return out -> out.write(called.getBytes(StandardCharsets.UTF_8));
    }
}
