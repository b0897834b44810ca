// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Ways to take part in a transaction wrongly, each with the test of the kit that must notice. */
enum BrokenJoin {
    SOUND("claimAndOutcomeAreThereOnceTheTransactionCommits"),

    /** Commits the claim at once, in a transaction of its own. */
    CLAIMS_BY_ITSELF("rollbackTakesClaimAndOutcomeAway") {
        @Override
        LockingStore build(IdempotencyStore store, InstantSource clock) {
            return new LockingStore(store, clock) {
                @Override
                public Optional<Claim> claimInTransaction(ClaimRequest request, Duration lockWait) {
                    return Optional.of(claim(request));
                }
            };
        }
    },

    /** Commits the outcome at once, in a transaction of its own. */
    SETTLES_BY_ITSELF("rollbackOfAnOutcomeLeavesTheClaimThatWasCommittedBefore") {
        @Override
        LockingStore build(IdempotencyStore store, InstantSource clock) {
            return new LockingStore(store, clock) {
                @Override
                public OwnerWrite settleInTransaction(Ownership ownership, Outcome outcome) {
                    return settle(ownership, outcome);
                }
            };
        }
    },

    WAITS_AS_LONG_AS_IT_LIKES("claimThatAnotherTransactionHoldsIsWaitedForNoLongerThanAllowed") {
        @Override
        LockingStore build(IdempotencyStore store, InstantSource clock) {
            return new LockingStore(store, clock) {
                @Override
                public Optional<Claim> claimInTransaction(ClaimRequest request, Duration lockWait) {
                    return super.claimInTransaction(request, Duration.ofSeconds(15));
                }
            };
        }
    },

    ANSWERS_WAITERS_NOTHING("whoWaitedLearnsWhatWasCommitted") {
        @Override
        LockingStore build(IdempotencyStore store, InstantSource clock) {
            return new LockingStore(store, clock) {
                @Override
                public Optional<Claim> claimInTransaction(ClaimRequest request, Duration lockWait) {
                    return super.claimInTransaction(request, Duration.ofNanos(1));
                }
            };
        }
    },

    SETTLES_EXPIRED_RECORDS("outcomeIsRefusedInATransactionOnceItsRecordIsPastItsRetention") {
        @Override
        LockingStore build(IdempotencyStore store, InstantSource clock) {
            return new LockingStore(store, clock) {
                @Override
                boolean isPastRetention(RecordKey recordKey) {
                    return false;
                }

                @Override
                boolean owns(Ownership ownership) {
                    return lookup(ownership.recordKey()).isEmpty() || super.owns(ownership);
                }
            };
        }
    },

    UNFENCED("zombieIsRefusedInATransactionToo") {
        @Override
        LockingStore build(IdempotencyStore store, InstantSource clock) {
            return new LockingStore(store, clock) {
                @Override
                boolean owns(Ownership ownership) {
                    return true;
                }
            };
        }
    },

    TAKES_OVER_BY_ITSELF("takeoverInATransactionCountsOnceItCommits") {
        @Override
        LockingStore build(IdempotencyStore store, InstantSource clock) {
            return new LockingStore(store, clock) {
                @Override
                public Optional<Claim> claimInTransaction(ClaimRequest request, Duration lockWait) {
                    return Optional.of(claim(request));
                }
            };
        }
    },

    POISONS_ITS_TRANSACTION("recordThatStandsInTheWayLeavesTheTransactionAsItWas") {
        @Override
        LockingStore build(IdempotencyStore store, InstantSource clock) {
            return new LockingStore(store, clock) {
                private boolean poisoned;

                @Override
                public Optional<Claim> claimInTransaction(ClaimRequest request, Duration lockWait) {
                    if (poisoned) {
                        return Optional.empty();
                    }
                    Optional<Claim> claim = super.claimInTransaction(request, lockWait);
                    poisoned = claim.filter(Claim.Acquired.class::isInstance).isEmpty();
                    return claim;
                }
            };
        }
    },

    RECOGNISES_ANY_OUTCOME("outcomeOfACommittedClaimIsThereOnceTheTransactionCommits") {
        @Override
        LockingStore build(IdempotencyStore store, InstantSource clock) {
            return new LockingStore(store, clock) {
                @Override
                public boolean isSettledBy(Ownership ownership, Outcome outcome) {
                    return lookup(ownership.recordKey()).isPresent();
                }
            };
        }
    };

    private final String detectedBy;

    BrokenJoin(String detectedBy) {
        this.detectedBy = detectedBy;
    }

    LockingStore build(IdempotencyStore store, InstantSource clock) {
        return new LockingStore(store, clock);
    }

    String detectedBy() {
        return detectedBy;
    }
}
