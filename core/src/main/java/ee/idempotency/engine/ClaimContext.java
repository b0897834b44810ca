// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.IdempotencyContext;
import ee.idempotency.OutcomeChoice;
import ee.idempotency.spi.ActiveClaim;
import ee.idempotency.spi.CallScope;
import ee.idempotency.spi.CurrentClaim;
import java.time.Duration;
import java.util.UUID;

/** {@link IdempotencyContext} over the current claim. */
public final class ClaimContext implements IdempotencyContext {

    private final CallScope calls;

    /** A context; {@code calls} knows the last answer of the current request. */
    public ClaimContext(CallScope calls) {
        this.calls = calls;
    }

    @Override
    public boolean isActive() {
        return CurrentClaim.find().isPresent();
    }

    @Override
    public String operation() {
        return claim().binding().operation();
    }

    @Override
    public String key() {
        return claim().binding().key();
    }

    @Override
    public int attempt() {
        return claim().ownership().attempt();
    }

    @Override
    public UUID ownerToken() {
        return claim().ownership().ownerToken();
    }

    @Override
    public Duration remainingLease() {
        return claim().lease().remaining();
    }

    @Override
    public boolean isLost() {
        return claim().lease().isLost();
    }

    @Override
    public void assertOwned() {
        claim().lease().renew();
    }

    @Override
    public String downstreamKey(String name) {
        return DownstreamKey.of(claim().binding(), name);
    }

    @Override
    public OutcomeChoice outcome() {
        return claim().outcome();
    }

    @Override
    public boolean isReplayed() {
        return calls.isReplayed();
    }

    private static ActiveClaim claim() {
        return CurrentClaim.find()
                .orElseThrow(
                        () -> new IllegalStateException("This call runs under no claim. Ask only inside a protected"
                                + " operation, on the thread that runs it or in its request; ask isActive()"));
    }
}
