// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import ee.idempotency.Fingerprint;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.OperationStatus.State;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a claim looks at the record it found, in one place for all stores that decide in Java. A store
 * reads the record once, asks {@link #decide}, and carries the decision out by one conditional write; if that write
 * finds the record changed, another attempt was faster and the claim is refused as <em>in progress</em>.
 */
public final class ClaimRules {

    private ClaimRules() {}

    /**
     * A record as it was read, with every question of time already answered by the store's clock.
     *
     * @param binding the stored one
     * @param fingerprint the stored one
     * @param state the stored one
     * @param ownership the current owner's; null unless in progress
     * @param onLeaseLost the stored one
     * @param leaseRemaining while in progress, what is left of the lease; zero or negative once it has run out
     * @param retentionOver whether {@code expiresAt} has passed
     * @param outcome how it was settled; null while in progress
     */
    public record Found(
            Binding binding,
            Fingerprint fingerprint,
            State state,
            @Nullable Ownership ownership,
            OnLeaseLost onLeaseLost,
            Duration leaseRemaining,
            boolean retentionOver,
            @Nullable Outcome outcome) {

        boolean leaseIsOver() {
            return leaseRemaining.isZero() || leaseRemaining.isNegative();
        }

        /** Whether the record counts as absent, and the sweep may delete it. */
        public boolean isExpired() {
            return retentionOver
                    && (state != State.IN_PROGRESS || (leaseIsOver() && onLeaseLost != OnLeaseLost.NEVER_RE_EXECUTE));
        }

        boolean isOwnedBy(UUID token) {
            return ownership != null && ownership.ownerToken().equals(token);
        }
    }

    /** What a store has to do. */
    public sealed interface Decision {

        /** Delete the record, on the condition that it is still expired, and claim the key as new. */
        record ReplaceExpired() implements Decision {}

        /** Take over by one write, on the condition that {@code from} still owns the record and its lease is over. */
        record TakeOver(Ownership from) implements Decision {}

        /** Answer this. */
        record Answer(Claim claim) implements Decision {}
    }

    /** Decides what becomes of {@code request}, given what is stored. */
    public static Decision decide(ClaimRequest request, Found found) {
        if (found.isExpired()) {
            return new Decision.ReplaceExpired();
        }
        if (!found.binding().equals(request.binding())) {
            return new Decision.Answer(new Claim.KeyCollision());
        }
        if (!request.accepts(found.fingerprint())) {
            return new Decision.Answer(new Claim.KeyReused());
        }
        if (found.outcome() instanceof Outcome.Completed completed) {
            return new Decision.Answer(new Claim.Completed(completed));
        }
        if (found.outcome() instanceof Outcome.Failed failed) {
            return new Decision.Answer(new Claim.Failed(failed));
        }
        return decideInProgress(request, found);
    }

    private static Decision decideInProgress(ClaimRequest request, Found found) {
        Ownership owner = found.ownership();
        if (owner == null) {
            throw new IllegalArgumentException("A record in progress has an owner");
        }
        if (found.isOwnedBy(request.ownerToken())) {
            return new Decision.Answer(new Claim.Acquired(owner));
        }
        if (!found.leaseIsOver()) {
            return new Decision.Answer(new Claim.InProgress(found.leaseRemaining()));
        }
        if (found.onLeaseLost() == OnLeaseLost.NEVER_RE_EXECUTE) {
            return new Decision.Answer(new Claim.OutcomeUnknown());
        }
        return new Decision.TakeOver(owner);
    }
}
