// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis.internal;

import ee.idempotency.spi.Claim;
import java.time.Duration;
import java.util.UUID;

/** What {@code claim.lua} answers. */
public sealed interface ClaimReply {

    /** The caller owns the record. */
    record Acquired(int attempt, int version) implements ClaimReply {}

    /** The lease runs, but has not been confirmed for longer than the caller trusts it. */
    record Ask(UUID owner) implements ClaimReply {}

    /** Anything else. */
    record Told(Claim claim) implements ClaimReply {}

    /** Reads it. */
    static ClaimReply of(Reply reply) {
        return switch (reply.text(0)) {
            case "ACQUIRED" -> new Acquired((int) reply.number(1), (int) reply.number(2));
            case "ASK" -> new Ask(UUID.fromString(reply.text(1)));
            case "PENDING" -> new Told(new Claim.InProgress(Duration.ofMillis(reply.number(1))));
            case "COMPLETED" -> new Told(new Claim.Completed(Records.completed(reply, 1)));
            case "FAILED" -> new Told(new Claim.Failed(Records.failed(reply, 1)));
            case "REUSED" -> new Told(new Claim.KeyReused());
            case "UNKNOWN" -> new Told(new Claim.OutcomeUnknown());
            case "COLLISION" -> new Told(new Claim.KeyCollision());
            default -> throw reply.damaged("Redis answers a claim in an unknown way");
        };
    }
}
