// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordKey;
import ee.idempotency.spi.TransactionalStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** A store bean that is deployed and never used. */
@ApplicationScoped
public class PlainStore implements IdempotencyStore {

    /** One that takes part in transactions. */
    @ApplicationScoped
    public static class Joinable extends PlainStore implements TransactionalStore {

        @Override
        public Optional<Claim> claimInTransaction(ClaimRequest request, Duration lockWait) {
            throw unused();
        }

        @Override
        public OwnerWrite settleInTransaction(Ownership ownership, Outcome outcome) {
            throw unused();
        }

        @Override
        public boolean isSettledBy(Ownership ownership, Outcome outcome) {
            throw unused();
        }
    }

    private static UnsupportedOperationException unused() {
        return new UnsupportedOperationException("only deployed");
    }

    @Override
    public Claim claim(ClaimRequest request) {
        throw unused();
    }

    @Override
    public OwnerWrite complete(Ownership ownership, Outcome.Completed outcome) {
        throw unused();
    }

    @Override
    public OwnerWrite fail(Ownership ownership, Outcome.Failed outcome) {
        throw unused();
    }

    @Override
    public OwnerWrite release(Ownership ownership) {
        throw unused();
    }

    @Override
    public OwnerWrite renew(Ownership ownership, Duration lease, Duration retention) {
        throw unused();
    }

    @Override
    public Optional<IdempotencyRecord> lookup(RecordKey recordKey) {
        throw unused();
    }

    @Override
    public boolean delete(RecordKey recordKey) {
        throw unused();
    }

    @Override
    public int sweep(int limit) {
        throw unused();
    }
}
