// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis.internal;

import ee.idempotency.Fingerprint;
import ee.idempotency.spi.Claim;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What {@code claim.lua} answers. */
public sealed interface ClaimReply {

    /**
     * The caller owns the record.
     *
     * @param process the run id of the server's process; empty if it was not asked for, or did not say
     */
    record Acquired(int attempt, int version, String process) implements ClaimReply {}

    /** The lease runs, but has not been confirmed for longer than the caller trusts it. */
    record Unconfirmed(UUID owner) implements ClaimReply {}

    /**
     * Anything else.
     *
     * @param fingerprint that the record was claimed with; null where the claim is not answered from the record
     */
    record Decided(Claim claim, @Nullable Fingerprint fingerprint) implements ClaimReply {}

    /** Reads it. */
    static ClaimReply of(Reply reply) {
        return switch (reply.text(0)) {
            case "ACQUIRED" -> new Acquired((int) reply.number(1), (int) reply.number(2), reply.text(3));
            case "ASK" -> new Unconfirmed(UUID.fromString(reply.text(1)));
            case "PENDING" ->
                new Decided(new Claim.InProgress(Duration.ofMillis(reply.number(2))), Records.fingerprint(reply, 1));
            case "COMPLETED" ->
                new Decided(new Claim.Completed(Records.completed(reply, 2)), Records.fingerprint(reply, 1));
            case "FAILED" -> new Decided(new Claim.Failed(Records.failed(reply, 2)), Records.fingerprint(reply, 1));
            case "REUSED" -> new Decided(new Claim.KeyReused(), null);
            case "UNKNOWN" -> new Decided(new Claim.OutcomeUnknown(), null);
            case "COLLISION" -> new Decided(new Claim.KeyCollision(), null);
            default -> throw reply.damaged("Redis answers a claim in an unknown way");
        };
    }
}
