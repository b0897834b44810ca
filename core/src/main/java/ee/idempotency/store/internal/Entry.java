// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.store.internal;

import ee.idempotency.OperationStatus.State;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.ClaimRules;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.Ownership;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One record of a store that decides in Java, and what each write makes of it; immutable.
 *
 * @param request the first claim's
 * @param ownership the current owner's; it stays after settling, but nobody may use it then
 * @param createdAt when the key was first claimed
 * @param leaseUntil until when the owner may be silent
 * @param expiresAt from when the record counts as absent
 * @param outcome how it was settled; null while in progress
 */
public record Entry(
        ClaimRequest request,
        Ownership ownership,
        Instant createdAt,
        Instant leaseUntil,
        Instant expiresAt,
        @Nullable Outcome outcome) {

    /** The record of a new claim. */
    public static Entry claimed(ClaimRequest request, Instant now) {
        Ownership first = new Ownership(request.recordKey(), request.ownerToken(), 1, 0);
        return new Entry(request, first, now, now.plus(request.lease()), now.plus(request.retention()), null);
    }

    /** The same record, owned by another attempt. */
    public Entry takenOver(ClaimRequest by, Instant now) {
        Ownership next =
                new Ownership(by.recordKey(), by.ownerToken(), ownership.attempt() + 1, ownership.version() + 1);
        return new Entry(request, next, createdAt, now.plus(by.lease()), now.plus(by.retention()), null);
    }

    /** The same record, its lease and retention counted from {@code now}. */
    public Entry renewed(Instant now, Duration lease, Duration retention) {
        return new Entry(request, ownership, createdAt, now.plus(lease), now.plus(retention), null);
    }

    /** The same record, settled. */
    public Entry settled(Outcome how) {
        return new Entry(request, ownership, createdAt, leaseUntil, expiresAt, how);
    }

    /** Its owner's writes name the version before, and are refused. */
    public Entry withExpiredLease(Instant now) {
        Ownership fenced = new Ownership(
                ownership.recordKey(), ownership.ownerToken(), ownership.attempt(), ownership.version() + 1);
        return new Entry(request, fenced, createdAt, now, expiresAt, null);
    }

    /** The same record, settled by an operator and kept at least until {@code atLeastUntil}. */
    public Entry resolved(Outcome how, Instant atLeastUntil) {
        Instant expires = expiresAt.isBefore(atLeastUntil) ? atLeastUntil : expiresAt;
        return new Entry(request, ownership, createdAt, leaseUntil, expires, how);
    }

    /** The record as {@link ClaimRules} sees it at {@code now}. */
    public ClaimRules.Found found(Instant now) {
        return new ClaimRules.Found(
                request.binding(),
                request.fingerprint(),
                state(),
                outcome == null ? ownership : null,
                request.onLeaseLost(),
                Duration.between(now, leaseUntil),
                !now.isBefore(expiresAt),
                outcome);
    }

    /** The record as administrators see it. */
    public IdempotencyRecord toRecord() {
        return new IdempotencyRecord(
                request.recordKey(),
                request.binding(),
                request.fingerprint(),
                state(),
                ownership.attempt(),
                ownership.version() + (outcome == null ? 0 : 1),
                outcome == null ? Optional.of(leaseUntil) : Optional.empty(),
                request.onLeaseLost(),
                createdAt,
                expiresAt,
                Optional.ofNullable(outcome));
    }

    private State state() {
        if (outcome == null) {
            return State.IN_PROGRESS;
        }
        return outcome instanceof Outcome.Completed ? State.COMPLETED : State.FAILED;
    }

    /** Whether {@code owner} has the claim: all that owners write is refused otherwise. */
    public boolean isOwnedBy(Ownership owner) {
        return outcome == null && ownership.equals(owner);
    }
}
