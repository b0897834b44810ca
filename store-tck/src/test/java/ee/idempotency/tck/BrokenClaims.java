// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import ee.idempotency.Fingerprint;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Stores whose claim breaks a rule. */
final class BrokenClaims {

    private BrokenClaims() {}

    /** Looks whether the key is free, then writes. */
    static final class ReadThenInsert extends WatchedStore {

        ReadThenInsert(IdempotencyStore sound) {
            super(sound);
        }

        @Override
        public Claim claim(ClaimRequest request) {
            if (sound.lookup(request.recordKey()).isEmpty()) {
                window();
                sound.delete(request.recordKey());
            }
            return super.claim(request);
        }
    }

    /** Sees that a claim can be taken over, then writes without a condition. */
    static final class UnconditionalTakeover extends WatchedStore {

        UnconditionalTakeover(IdempotencyStore sound) {
            super(sound);
        }

        @Override
        public Claim claim(ClaimRequest request) {
            Optional<IdempotencyRecord> before = sound.lookup(request.recordKey());
            window();
            Claim claim = super.claim(request);
            boolean lost = claim instanceof Claim.InProgress
                    && before.isPresent()
                    && before.get().attempt()
                            < sound.lookup(request.recordKey()).orElseThrow().attempt();
            return lost ? new Claim.Acquired(owners.get(request.recordKey())) : claim;
        }
    }

    /** Answers in progress before it compares payloads. */
    static final class InProgressFirst extends WatchedStore {

        InProgressFirst(IdempotencyStore sound) {
            super(sound);
        }

        @Override
        public Claim claim(ClaimRequest request) {
            Claim claim = super.claim(request);
            boolean running = sound.lookup(request.recordKey())
                    .filter(record -> record.leaseUntil().isPresent())
                    .isPresent();
            return running && claim.equals(new Claim.KeyReused()) ? new Claim.InProgress(Duration.ofHours(1)) : claim;
        }
    }

    /** Compares the first fingerprint only. */
    static final class OneFingerprint extends WatchedStore {

        OneFingerprint(IdempotencyStore sound) {
            super(sound);
        }

        @Override
        public Claim claim(ClaimRequest request) {
            return super.claim(request.alsoAccepting(List.of()));
        }
    }

    /** Writes the fingerprint it was asked with last. */
    static final class RewritesFingerprints extends WatchedStore {

        private final Map<RecordKey, Fingerprint> latest = new ConcurrentHashMap<>();

        RewritesFingerprints(IdempotencyStore sound) {
            super(sound);
        }

        @Override
        public Claim claim(ClaimRequest request) {
            Fingerprint written = latest.getOrDefault(request.recordKey(), request.fingerprint());
            Claim claim = request.accepts(written) ? super.claim(request) : new Claim.KeyReused();
            if (claim instanceof Claim.Acquired) {
                latest.put(request.recordKey(), request.fingerprint());
            }
            return claim;
        }
    }

    /** Trusts the hash. */
    static final class NoCollisions extends WatchedStore {

        NoCollisions(IdempotencyStore sound) {
            super(sound);
        }

        @Override
        public Claim claim(ClaimRequest request) {
            IdempotencyRecord found = sound.lookup(request.recordKey()).orElse(null);
            return super.claim(
                    found == null
                            ? request
                            : new ClaimRequest(
                                    request.recordKey(),
                                    found.binding(),
                                    request.fingerprint(),
                                    request.ownerToken(),
                                    request.lease(),
                                    request.retention(),
                                    request.onLeaseLost(),
                                    request.alsoAccepted()));
        }
    }

    /** Replays whatever it finds, expired or not. */
    static final class ReplaysUntilSwept extends WatchedStore {

        private final Map<RecordKey, Outcome.Completed> answers = new ConcurrentHashMap<>();

        ReplaysUntilSwept(IdempotencyStore sound) {
            super(sound);
        }

        @Override
        public OwnerWrite complete(Ownership ownership, Outcome.Completed outcome) {
            answers.put(ownership.recordKey(), outcome);
            return super.complete(ownership, outcome);
        }

        @Override
        public Claim claim(ClaimRequest request) {
            Outcome.Completed answer = answers.get(request.recordKey());
            return answer == null ? super.claim(request) : new Claim.Completed(answer);
        }
    }

    /** Takes over even what must never run twice. */
    static final class AlwaysTakesOver extends WatchedStore {

        AlwaysTakesOver(IdempotencyStore sound) {
            super(sound);
        }

        @Override
        public Claim claim(ClaimRequest request) {
            return super.claim(ClaimRequest.of(
                    request.binding(),
                    request.fingerprint(),
                    request.ownerToken(),
                    request.lease(),
                    request.retention(),
                    OnLeaseLost.TAKE_OVER));
        }
    }

    /** Does not know its own claim again. */
    static final class ForgetsItsOwnToken extends WatchedStore {

        ForgetsItsOwnToken(IdempotencyStore sound) {
            super(sound);
        }

        @Override
        public Claim claim(ClaimRequest request) {
            Ownership owner = owners.get(request.recordKey());
            return owner != null && owner.ownerToken().equals(request.ownerToken())
                    ? new Claim.InProgress(request.lease())
                    : super.claim(request);
        }
    }
}
