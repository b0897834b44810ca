// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static ee.idempotency.persistence.internal.TestClaims.ANSWER;
import static ee.idempotency.persistence.internal.TestClaims.acquire;
import static ee.idempotency.persistence.internal.TestClaims.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ee.idempotency.StoreUnavailableException;
import ee.idempotency.liquibase.DatabaseKind;
import ee.idempotency.liquibase.Databases;
import ee.idempotency.liquibase.EveryDatabase;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.tck.Requirement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** Errors as the databases really raise them. */
@Tag("all")
class DatabaseErrorsTest {

    private DataSource database;
    private TestNode node;
    private FaultyTransactions transactions;
    private DurableStore store;

    @BeforeEach
    void start() {
        database = Databases.POSTGRESQL.migrated();
        node = new TestNode(database);
        transactions = new FaultyTransactions(node);
        store = new DurableStore(transactions, node, StoreSettings.DEFAULTS);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    @Requirement("H7")
    void anOwnerThatStopsWithTheRowLockedHoldsNobodyForLong() throws SQLException {
        Ownership owner = acquire(store, request());
        try (Connection stopped = lockRow(owner)) {
            assertThat(failureOf(() -> store.complete(owner, ANSWER)).getSQLState())
                    .isEqualTo("55P03");
            stopped.rollback();
        }
        assertThat(store.complete(owner, ANSWER)).isEqualTo(OwnerWrite.APPLIED);
    }

    @Test
    @Requirement("H7")
    void aClaimWaitsForAnUncommittedOneOnlySoLong() throws SQLException {
        ClaimRequest request = request();
        try (Connection uncommitted = database.getConnection()) {
            uncommitted.setAutoCommit(false);
            new Statements(KnownDatabase.dialectOf(uncommitted))
                    .claim(uncommitted, request, LockWait.atMost(LockWait.DEFAULT));
            assertThat(failureOf(() -> store.claim(request)).getSQLState()).isEqualTo("55P03");
            uncommitted.rollback();
        }
        assertThat(store.claim(request)).isInstanceOf(Claim.Acquired.class);
    }

    @Test
    void aReplayWaitsForNoLock() throws SQLException {
        ClaimRequest request = request();
        Ownership owner = acquire(store, request);
        store.complete(owner, ANSWER);
        try (Connection locking = lockRow(owner)) {
            assertThat(store.claim(request)).isEqualTo(new Claim.Completed(ANSWER));
            locking.rollback();
        }
    }

    @Test
    void aConnectionKilledBeforeTheCommitIsTriedAgain() {
        ClaimRequest request = request();
        transactions.beforeTheNextCommit(this::kill);
        Ownership owner = acquire(store, request);
        transactions.beforeTheNextCommit(this::kill);
        assertThat(store.complete(owner, ANSWER)).isEqualTo(OwnerWrite.APPLIED);
        assertThat(transactions.begun()).isEqualTo(4);
        assertThat(store.claim(request)).isEqualTo(new Claim.Completed(ANSWER));
    }

    @Test
    @Requirement("H7")
    void aStatementTimeoutIsNotTriedAgain() throws SQLException {
        Ownership owner = acquire(store, request());
        new Rows(database).execute("alter role current_user set statement_timeout = '300ms'");
        try (TestNode impatient = new TestNode(database);
                Connection locking = lockRow(owner)) {
            FaultyTransactions counted = new FaultyTransactions(impatient);
            DurableStore other = new DurableStore(counted, impatient, StoreSettings.DEFAULTS);
            assertThat(failureOf(() -> other.complete(owner, ANSWER)).getSQLState())
                    .isEqualTo("57014");
            assertThat(counted.begun()).isEqualTo(1);
            locking.rollback();
        } finally {
            new Rows(database).execute("alter role current_user reset statement_timeout");
        }
    }

    /** A pooler gave the transaction a session in which the driver's statement was never prepared. */
    @Test
    @Requirement("S9")
    void aStatementThatTheSessionDoesNotKnowIsTriedAgain() {
        ClaimRequest request = request();
        acquire(store, request);
        for (int lookup = 0; lookup < 20; lookup++) {
            store.lookup(request.recordKey());
        }
        int before = transactions.begun();
        transactions.beforeTheWorkOfTheNext(1, connection -> {
            try (Statement forget = connection.createStatement()) {
                forget.execute("do 'begin execute ''deallocate all''; end'"); // so that the driver does not notice
            }
        });
        assertThat(store.lookup(request.recordKey())).isPresent();
        assertThat(transactions.begun()).isEqualTo(before + 2);
    }

    @EveryDatabase
    void aDeadlockIsWorthAnotherTry(DatabaseKind kind) throws Exception {
        DataSource dataSource = kind.empty();
        new Rows(dataSource).execute("create table t (id int primary key, n int)");
        new Rows(dataSource).execute("insert into t values (1, 0), (2, 0)");
        CyclicBarrier bothLocked = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<SQLException> one = threads.submit(() -> update(dataSource, bothLocked, 1, 2));
            Future<SQLException> other = threads.submit(() -> update(dataSource, bothLocked, 2, 1));
            SQLException victim = one.get() == null ? other.get() : one.get();
            assertThat(SqlFailure.of(new StatementFailedException(victim))).isEqualTo(SqlFailure.GAVE_WAY);
        } finally {
            threads.shutdownNow();
        }
    }

    private static SQLException update(DataSource dataSource, CyclicBarrier bothLocked, int first, int second)
            throws Exception {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate("update t set n = 1 where id = " + first);
            bothLocked.await();
            try {
                statement.executeUpdate("update t set n = 1 where id = " + second);
                connection.commit();
                return null;
            } catch (SQLException victim) {
                connection.rollback();
                return victim;
            }
        }
    }

    private void kill(Connection connection) throws SQLException {
        long backend = connection.unwrap(PGConnection.class).getBackendPID();
        new Rows(database).execute("select pg_terminate_backend(" + backend + ", 5000)");
    }

    private Connection lockRow(Ownership owner) throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 1 from idempotency_record where id = '"
                    + owner.recordKey().value() + "' for update");
        }
        return connection;
    }

    private static SQLException failureOf(Runnable call) {
        StoreUnavailableException unavailable = catchThrowableOfType(StoreUnavailableException.class, call::run);
        Throwable cause = Throwables.getRootCause(unavailable);
        assertThat(cause).isInstanceOf(SQLException.class);
        return (SQLException) cause;
    }
}
