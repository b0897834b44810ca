// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults.witness;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.TransactionMode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /witness/<mode>}: one effect and an answer of the asked size that no second run would give again. The header
 * {@code Witness-Gate} names the place to stop at; it is no part of the payload, so a repeat may leave it out.
 */
@Path("/witness")
@RequestScoped
@Consumes("text/plain")
@Produces("text/plain")
public class WitnessResource {

    @Inject
    Witness witness;

    /** Claim, effect and outcome in three transactions. */
    @POST
    @Path("independent")
    @IdempotentOperation(name = "witness-independent", mode = TransactionMode.INDEPENDENT)
    public String independent(
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("Witness-Gate") @Nullable String gate,
            String size) {
        return run(key, "independent", gate, size);
    }

    /** A claim of its own, then effect and outcome in one transaction. */
    @POST
    @Path("joined")
    @IdempotentOperation(name = "witness-joined", mode = TransactionMode.JOINED)
    public String joined(
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("Witness-Gate") @Nullable String gate,
            String size) {
        return run(key, "joined", gate, size);
    }

    /** Claim, effect and outcome in one transaction. */
    @POST
    @Path("one-commit")
    @IdempotentOperation(name = "witness-one-commit", mode = TransactionMode.ONE_COMMIT)
    public String oneCommit(
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("Witness-Gate") @Nullable String gate,
            String size) {
        return run(key, "one-commit", gate, size);
    }

    /** What this node takes for the time. */
    @GET
    @Path("clock")
    public String clock() {
        return Instant.now().toString();
    }

    private String run(String key, String mode, @Nullable String gate, String size) {
        Gates.pass("before-effect", key, gate);
        return answer(witness.write(key, mode, gate), Integer.parseInt(size));
    }

    private static String answer(String effect, int size) {
        StringBuilder answer = new StringBuilder(size + 64).append(effect);
        while (answer.length() < size) {
            answer.append(' ').append(UUID.randomUUID());
        }
        answer.setLength(Math.max(size, effect.length()));
        return answer.toString();
    }
}
