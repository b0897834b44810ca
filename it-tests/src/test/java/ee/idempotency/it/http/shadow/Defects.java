// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.shadow;

import ee.idempotency.IdempotentOperation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** What an API may look like that never had keys. */
@Path("/defects")
@ApplicationScoped
public class Defects {

    private final AtomicInteger ids = new AtomicInteger();
    private final CyclicBarrier two = new CyclicBarrier(2);

    /** Runs twice for a request that is sent twice. */
    @POST
    @Path("charges")
    @IdempotentOperation(name = "charge")
    public String charge(String body) {
        return "charge " + ids.incrementAndGet();
    }

    /** Has no effect, and says what time it is. */
    @POST
    @Path("quotes")
    @IdempotentOperation(name = "quoted")
    public String quote(String body) {
        return "42 at " + Instant.now() + " " + System.nanoTime();
    }

    /** Answers two requests at once, when both have come. */
    @POST
    @Path("pairs")
    @IdempotentOperation(name = "pair")
    public String pair(String body) throws InterruptedException, BrokenBarrierException, TimeoutException {
        two.await(60, TimeUnit.SECONDS);
        return "both";
    }

    /** Is answered later. */
    @POST
    @Path("mails")
    @IdempotentOperation(name = "mail")
    public CompletionStage<String> mail(String body) {
        return CompletableFuture.completedFuture("sent");
    }

    /** Has answers that are too large to be kept. */
    @POST
    @Path("reports")
    @IdempotentOperation(name = "report")
    public String report(String body) {
        return "x".repeat(20_000);
    }
}
