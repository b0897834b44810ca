// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Runs statements on the connection of an entity manager's transaction. */
public final class SessionConnection {

    private SessionConnection() {}

    /**
     * Runs {@code work} on the connection. A failed statement does not reach the persistence provider, which would log
     * it and mark the transaction: whether it is an error is decided by who called.
     *
     * @throws StatementFailedException if a statement failed
     */
    public static <T extends @Nullable Object> T run(EntityManager entityManager, SqlWork<T> work) {
        Ended<T> ended = entityManager.unwrap(Session.class).doReturningWork(connection -> {
            try {
                return new Returned<>(work.run(connection));
            } catch (SQLException failed) {
                return new Failed<>(failed);
            }
        });
        return ended.get();
    }

    private interface Ended<T extends @Nullable Object> {

        T get();
    }

    private record Returned<T extends @Nullable Object>(T value) implements Ended<T> {

        @Override
        public T get() {
            return value;
        }
    }

    private record Failed<T extends @Nullable Object>(SQLException cause) implements Ended<T> {

        @Override
        public T get() {
            throw new StatementFailedException(cause);
        }
    }
}
