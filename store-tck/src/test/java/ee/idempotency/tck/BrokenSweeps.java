// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import ee.idempotency.OnLeaseLost;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordKey;
import java.time.Duration;
import java.util.List;

/** Stores whose sweep breaks a rule. */
final class BrokenSweeps {

    private BrokenSweeps() {}

    /** Selects what has expired, then deletes it by its key, whatever has happened meanwhile. */
    static final class SweepsByKey extends WatchedStore {

        SweepsByKey(IdempotencyStore sound) {
            super(sound);
        }

        @Override
        public OwnerWrite renew(Ownership ownership, Duration lease, Duration retention) {
            window();
            OwnerWrite renewed = super.renew(ownership, lease, retention);
            window();
            return renewed;
        }

        @Override
        public int sweep(int limit) {
            List<RecordKey> expired = expiredKeys();
            window();
            window();
            return (int) expired.stream().limit(limit).filter(sound::delete).count();
        }
    }

    /** Counts what it selected, not what it deleted. */
    static final class CountsSelected extends WatchedStore {

        CountsSelected(IdempotencyStore sound) {
            super(sound);
        }

        @Override
        public int sweep(int limit) {
            List<RecordKey> expired = expiredKeys().stream().limit(limit).toList();
            window();
            expired.forEach(key -> {
                sound.delete(key);
                owners.remove(key);
            });
            return expired.size();
        }
    }

    /** Has no bound. */
    static final class Unbounded extends WatchedStore {

        Unbounded(IdempotencyStore sound) {
            super(sound);
        }

        @Override
        public int sweep(int limit) {
            return super.sweep(Integer.MAX_VALUE);
        }
    }

    /** Deletes unresolved claims: a takeover in disguise. */
    static final class SweepsUnresolved extends WatchedStore {

        SweepsUnresolved(IdempotencyStore sound) {
            super(sound);
        }

        @Override
        public int sweep(int limit) {
            long unresolved = owners.keySet().stream()
                    .filter(key -> sound.lookup(key)
                            .filter(record -> record.onLeaseLost() == OnLeaseLost.NEVER_RE_EXECUTE
                                    && record.outcome().isEmpty())
                            .isPresent())
                    .filter(sound::delete)
                    .count();
            return (int) unresolved + super.sweep(limit);
        }
    }
}
