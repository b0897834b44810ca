// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Asks for a lock again and again, for a limited time: a statement that waits would run into the network time-out. */
final class LockWait {

    private static final long BETWEEN_TRIES_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private LockWait() {}

    static void acquire(MigrationLock lock, Duration wait) throws SQLException {
        long start = System.nanoTime();
        boolean isAnnounced = false;
        while (!lock.tryLock()) {
            if (!isAnnounced) {
                MigrationLog.waiting(lock.holder(), wait);
                isAnnounced = true;
            }
            if (System.nanoTime() - start >= wait.toNanos()) {
                throw tooLong(lock.holder(), wait);
            }
            LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
            if (Thread.currentThread().isInterrupted()) {
                throw new SQLException("interrupted while another node migrated: " + lock.holder());
            }
        }
    }

    private static SchemaMigrationException tooLong(String holder, Duration wait) {
        return new SchemaMigrationException(
                "Another node has been migrating the schema of Idempotency EE for longer than "
                        + MigrationSettings.LOCK_WAIT + " = " + wait + ": " + holder
                        + ". Start again when it has ended, end it if it is stuck, or set a longer "
                        + MigrationSettings.LOCK_WAIT);
    }
}
