// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordKey;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Stores whose writes after the claim, or lookups, break a rule. */
final class BrokenWrites {

    private BrokenWrites() {}

    /** Lets anybody write: no fence. */
    static final class Unfenced extends WatchedStore {

        Unfenced(IdempotencyStore sound) {
            super(sound);
        }

        @Override
        public OwnerWrite complete(Ownership ownership, Outcome.Completed outcome) {
            return sound.complete(ownerOf(ownership), outcome);
        }

        @Override
        public OwnerWrite renew(Ownership ownership, Duration lease, Duration retention) {
            return sound.renew(ownerOf(ownership), lease, retention);
        }
    }

    /** Is guarded by the number of the attempt alone, which starts again with a new record. */
    static final class FencedByAttemptAlone extends WatchedStore {

        FencedByAttemptAlone(IdempotencyStore sound) {
            super(sound);
        }

        @Override
        public OwnerWrite complete(Ownership ownership, Outcome.Completed outcome) {
            Ownership owner = ownerOf(ownership);
            return sound.complete(owner.attempt() == ownership.attempt() ? owner : ownership, outcome);
        }
    }

    /** Releases by key. */
    static final class ReleasesByKey extends WatchedStore {

        ReleasesByKey(IdempotencyStore sound) {
            super(sound);
        }

        @Override
        public OwnerWrite release(Ownership ownership) {
            return sound.delete(ownership.recordKey()) ? OwnerWrite.APPLIED : OwnerWrite.NOT_OWNER;
        }
    }

    /** Reads that its caller owns the claim, then writes, and returns what it read. */
    static final class ChecksThenWrites extends WatchedStore {

        ChecksThenWrites(IdempotencyStore sound) {
            super(sound);
        }

        @Override
        public OwnerWrite complete(Ownership ownership, Outcome.Completed outcome) {
            return afterCheck(ownership, () -> super.complete(ownership, outcome));
        }

        @Override
        public OwnerWrite fail(Ownership ownership, Outcome.Failed outcome) {
            return afterCheck(ownership, () -> super.fail(ownership, outcome));
        }

        @Override
        public OwnerWrite release(Ownership ownership) {
            return afterCheck(ownership, () -> super.release(ownership));
        }

        private OwnerWrite afterCheck(Ownership ownership, Supplier<OwnerWrite> write) {
            boolean owned = ownerOf(ownership).equals(ownership)
                    && sound.lookup(ownership.recordKey())
                            .filter(record -> record.leaseUntil().isPresent())
                            .isPresent();
            window();
            OwnerWrite written = write.get();
            return owned ? OwnerWrite.APPLIED : written;
        }
    }

    /** Inserts what it completes. */
    static final class UpsertsOnCompletion extends WatchedStore {

        private final Map<RecordKey, ClaimRequest> requests = new ConcurrentHashMap<>();

        UpsertsOnCompletion(IdempotencyStore sound) {
            super(sound);
        }

        @Override
        public Claim claim(ClaimRequest request) {
            requests.put(request.recordKey(), request);
            return super.claim(request);
        }

        @Override
        public OwnerWrite complete(Ownership ownership, Outcome.Completed outcome) {
            if (sound.lookup(ownership.recordKey()).isEmpty()) {
                sound.claim(requests.get(ownership.recordKey()));
            }
            return super.complete(ownership, outcome);
        }
    }

    /** Leaves a failed operation in progress. */
    static final class ForgetsFailures extends WatchedStore {

        ForgetsFailures(IdempotencyStore sound) {
            super(sound);
        }

        @Override
        public OwnerWrite fail(Ownership ownership, Outcome.Failed outcome) {
            return sound.renew(ownership, StoreContract.LEASE, StoreContract.RETENTION);
        }
    }

    /** Stores an answer, but changes it a little. */
    static final class ChangesAnswers extends WatchedStore {

        ChangesAnswers(IdempotencyStore sound) {
            super(sound);
        }

        @Override
        public OwnerWrite complete(Ownership ownership, Outcome.Completed outcome) {
            Bytes body = outcome.body() == null ? Bytes.EMPTY : outcome.body();
            String headers = Header.format(outcome.headers()).replace("\nVary: Accept-Language", ", Accept-Language");
            return super.complete(ownership, new Outcome.Completed(outcome.status(), Header.parse(headers), body));
        }
    }

    /** Extends the lease of whatever is looked at. */
    static final class RefreshesOnLookup extends WatchedStore {

        RefreshesOnLookup(IdempotencyStore sound) {
            super(sound);
        }

        @Override
        public Optional<IdempotencyRecord> lookup(RecordKey recordKey) {
            Ownership owner = owners.get(recordKey);
            if (owner != null) {
                sound.renew(owner, StoreContract.LEASE, StoreContract.RETENTION);
            }
            return super.lookup(recordKey);
        }
    }

    /** Loses the case of a text, as some collations do. */
    static final class FoldsCase extends WatchedStore {

        FoldsCase(IdempotencyStore sound) {
            super(sound);
        }

        @Override
        public Optional<IdempotencyRecord> lookup(RecordKey recordKey) {
            return super.lookup(recordKey).map(FoldsCase::folded);
        }

        private static IdempotencyRecord folded(IdempotencyRecord record) {
            Binding stored = record.binding();
            return new IdempotencyRecord(
                    record.recordKey(),
                    new Binding(
                            stored.tenant(),
                            stored.operation(),
                            stored.caller(),
                            stored.key().toLowerCase(Locale.ROOT)),
                    record.fingerprint(),
                    record.state(),
                    record.attempt(),
                    record.version(),
                    record.leaseUntil(),
                    record.onLeaseLost(),
                    record.createdAt(),
                    record.expiresAt(),
                    record.outcome());
        }
    }
}
