// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static ee.idempotency.persistence.internal.TestClaims.ANSWER;
import static ee.idempotency.persistence.internal.TestClaims.acquire;
import static ee.idempotency.persistence.internal.TestClaims.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ee.idempotency.StoreUnavailableException;
import ee.idempotency.liquibase.DatabaseKind;
import ee.idempotency.liquibase.EveryDatabase;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.tck.Requirement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;

/** Each kind of error, as each database raises it: a duplicate is an answer, what passes is tried again, the rest is 503. */
class ProvokedErrorsTest {

    private DataSource dataSource;
    private DatabaseKind kind;
    private TestNode node;
    private FaultyTransactions transactions;
    private DurableStore store;

    private void start(DatabaseKind started) {
        kind = started;
        dataSource = kind.migrated();
        node = new TestNode(dataSource);
        transactions = new FaultyTransactions(node);
        store = new DurableStore(transactions, node, StoreSettings.DEFAULTS);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @EveryDatabase
    @Requirement("C1")
    void aDuplicateIsAnAnswer(DatabaseKind database) throws SQLException {
        start(database);
        ClaimRequest request = request();
        acquire(store, request);
        try (Connection connection = dataSource.getConnection()) {
            SQLException duplicate = catchThrowableOfType(
                    SQLException.class,
                    () -> execute(connection, "insert into idempotency_record select * from idempotency_record"));
            assertThat(duplicate.getSQLState()).startsWith("23");
            assertThat(SqlFailure.of(duplicate)).isEqualTo(SqlFailure.LASTING);
        }

        assertThat(store.claim(request.withNewOwner())).isInstanceOf(Claim.InProgress.class);
        assertThat(transactions.begun()).isEqualTo(2);
    }

    @EveryDatabase
    @Requirement("H7")
    void aRowThatChangedSinceTheSnapshotIsWorthAnotherTry(DatabaseKind database) throws SQLException {
        start(database);
        acquire(store, request());
        try (Connection older = dataSource.getConnection()) {
            older.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            for (String setting : kind.strictSnapshots()) {
                execute(older, setting);
            }
            older.setAutoCommit(false);
            execute(older, "select attempt from idempotency_record");
            new Rows(dataSource).execute("update idempotency_record set attempt = 7");
            SQLException tooLate = catchThrowableOfType(
                    SQLException.class, () -> execute(older, "update idempotency_record set attempt = 8"));
            assertThat(SqlFailure.of(new StatementFailedException(tooLate)))
                    .as("%s %s", tooLate.getSQLState(), tooLate.getErrorCode())
                    .isEqualTo(SqlFailure.GAVE_WAY);
            older.rollback();
        }
    }

    @EveryDatabase
    @Requirement("H7")
    void aLockThatIsNotGivenIsReportedSoonAndDoesNoHarm(DatabaseKind database) throws SQLException {
        start(database);
        Ownership owner = acquire(store, request());
        try (Connection stopped = dataSource.getConnection()) {
            stopped.setAutoCommit(false);
            execute(stopped, "update idempotency_record set attempt = attempt");
            StoreUnavailableException unavailable =
                    catchThrowableOfType(StoreUnavailableException.class, () -> store.complete(owner, ANSWER));
            assertThat(SqlFailure.of(unavailable)).isEqualTo(SqlFailure.GAVE_WAY);
            stopped.rollback();
        }
        assertThat(store.complete(owner, ANSWER)).isEqualTo(OwnerWrite.APPLIED);
    }

    /**
     * A restart leaves a pool full of dead connections, and a pool that does not validate gives out one after the other.
     */
    @EveryDatabase(servers = true)
    @Requirement("S9")
    void aPoolFullOfDeadConnectionsIsNoOutage(DatabaseKind database) throws SQLException {
        start(database);
        try (NaivePool pool = new NaivePool(dataSource)) {
            DurableStore restarted = new DurableStore(pool, node, StoreSettings.DEFAULTS);
            ClaimRequest request = request();
            pool.fill(20, this::kill);
            Ownership owner = acquire(restarted, request);
            assertThat(pool.begun()).isEqualTo(21);
            pool.fill(20, this::kill);
            assertThat(restarted.complete(owner, ANSWER)).isEqualTo(OwnerWrite.APPLIED);
            pool.fill(20, this::kill);
            assertThat(restarted.sweep(1)).isZero();
            assertThat(pool.begun()).isEqualTo(63);
        }
    }

    /** Not H2: HikariCP does not know its code for a dead connection, and gives that again. */
    @EveryDatabase(servers = true)
    @Requirement("H7")
    void aSessionThatIsEndedInItsTransactionIsTriedAgain(DatabaseKind database) {
        start(database);
        ClaimRequest request = request();
        transactions.beforeTheNextCommit(this::kill);
        Ownership owner = acquire(store, request);
        transactions.beforeTheNextCommit(this::kill);
        assertThat(store.complete(owner, ANSWER)).isEqualTo(OwnerWrite.APPLIED);
        assertThat(transactions.begun()).isEqualTo(4);
        assertThat(store.claim(request)).isEqualTo(new Claim.Completed(ANSWER));
    }

    @EveryDatabase
    @Requirement("H7")
    void whatTheEndOfASessionLeftIsNotKnown(DatabaseKind database) {
        start(database);
        assertEndUnknown(this::kill);
    }

    @EveryDatabase(servers = true)
    @Requirement("H7")
    void norWhatItLeftWhereASessionIdledTooLongInItsTransaction(DatabaseKind database) {
        start(database);
        assertEndUnknown(this::letItIdle);
        assertThat(store.complete(acquire(store, request()), ANSWER)).isEqualTo(OwnerWrite.APPLIED);
    }

    private void assertEndUnknown(FaultyTransactions.Accident accident) {
        Throwable ended = catchThrowable(() -> node.call(connection -> {
            execute(connection, "update idempotency_record set attempt = attempt");
            accident.happen(connection);
            return null;
        }));
        assertThat(SqlFailure.of(ended))
                .as("%s", Throwables.getRootCause(ended))
                .isEqualTo(SqlFailure.END_UNKNOWN);
        Throwable inTheMiddle = catchThrowable(() -> node.call(connection -> {
            execute(connection, "update idempotency_record set attempt = attempt");
            accident.happen(connection);
            execute(connection, "update idempotency_record set attempt = attempt");
            return null;
        }));
        assertThat(SqlFailure.of(inTheMiddle))
                .as("%s", Throwables.getRootCause(inTheMiddle))
                .isEqualTo(SqlFailure.END_UNKNOWN);
    }

    @EveryDatabase
    @Requirement("H7")
    void whatAnotherTryWouldMeetAgainIsReportedAtOnce(DatabaseKind database) {
        start(database);
        acquire(store, request());
        new Rows(dataSource).execute("drop table idempotency_record cascade");
        int before = transactions.begun();
        StoreUnavailableException unavailable =
                catchThrowableOfType(StoreUnavailableException.class, () -> store.claim(request()));
        assertThat(Throwables.getRootCause(unavailable)).isInstanceOf(SQLException.class);
        assertThat(transactions.begun()).isEqualTo(before + 1);
    }

    private void kill(Connection victim) throws SQLException {
        kind.kill(dataSource, victim);
    }

    private void letItIdle(Connection victim) throws SQLException {
        kind.letItIdle(dataSource, victim);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
