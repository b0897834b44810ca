// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Real transactions, of which the next one has an accident. */
final class FaultyTransactions implements NewTransaction {

    private final NewTransaction real;
    private final AtomicReference<Accident> beforeCommit = new AtomicReference<>();
    private final AtomicReference<RuntimeException> afterCommit = new AtomicReference<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger toMeet = new AtomicInteger();
    private Accident beforeWork = connection -> {};

    FaultyTransactions(NewTransaction real) {
        this.real = real;
    }

    interface Accident {

        void happen(Connection connection) throws SQLException;
    }

    /** It happens to the connections of the next so many transactions before anything is done with them. */
    void beforeTheWorkOfTheNext(int transactions, Accident accident) {
        toMeet.set(transactions);
        beforeWork = accident;
    }

    void beforeTheNextCommit(Accident accident) {
        beforeCommit.set(accident);
    }

    /** The next commit happens, but its caller does not learn so. */
    void loseTheAnswerOfTheNextCommit() {
        afterCommit.set(new IllegalStateException(new SQLException("connection reset", "08006")));
    }

    int begun() {
        return begun.get();
    }

    @Override
    public <T> T call(SqlWork<T> work) {
        begun.incrementAndGet();
        T result = real.call(connection -> {
            if (toMeet.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                beforeWork.happen(connection);
            }
            T returned = work.run(connection);
            Accident accident = beforeCommit.getAndSet(null);
            if (accident != null) {
                accident.happen(connection);
            }
            return returned;
        });
        RuntimeException lost = afterCommit.getAndSet(null);
        if (lost != null) {
            throw lost;
        }
        return result;
    }
}
