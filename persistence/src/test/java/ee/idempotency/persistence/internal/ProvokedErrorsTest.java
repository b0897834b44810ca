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
import ee.idempotency.liquibase.TestDatabase;
import ee.idempotency.persistence.StoreSettings;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each kind of error, as each database raises it: a duplicate is an answer, what passes is tried again, the rest is 503. */
class ProvokedErrorsTest {

    private DataSource database;
    private Accidents accidents;
    private TestNode node;
    private FaultyTransactions transactions;
    private DurableStore store;

    private void start(TestDatabase kind) {
        database = kind.migrated();
        accidents = new Accidents(kind, database);
        node = new TestNode(database);
        transactions = new FaultyTransactions(node);
        store = new DurableStore(transactions, node, StoreSettings.DEFAULTS);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    @Requirement("C1")
    void aDuplicateIsAnAnswer(TestDatabase kind) throws SQLException {
        start(kind);
        ClaimRequest request = request();
        acquire(store, request);
        try (Connection connection = database.getConnection()) {
            SQLException duplicate = catchThrowableOfType(
                    SQLException.class,
                    () -> execute(connection, "insert into idempotency_record select * from idempotency_record"));
            assertThat(duplicate.getSQLState()).startsWith("23");
            assertThat(SqlFailure.of(duplicate)).isEqualTo(SqlFailure.LASTING);
        }

        assertThat(store.claim(request.withNewOwner())).isInstanceOf(Claim.InProgress.class);
        assertThat(transactions.begun()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    @Requirement("H7")
    void aRowThatChangedSinceTheSnapshotIsWorthAnotherTry(TestDatabase kind) throws SQLException {
        start(kind);
        acquire(store, request());
        try (Connection older = database.getConnection()) {
            older.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            if (kind == TestDatabase.MARIADB) {
                execute(older, "set innodb_snapshot_isolation = on");
            }
            older.setAutoCommit(false);
            execute(older, "select attempt from idempotency_record");
            new Rows(database).execute("update idempotency_record set attempt = 7");
            SQLException tooLate = catchThrowableOfType(
                    SQLException.class, () -> execute(older, "update idempotency_record set attempt = 8"));
            assertThat(SqlFailure.of(new StatementFailedException(tooLate)))
                    .as("%s %s", tooLate.getSQLState(), tooLate.getErrorCode())
                    .isEqualTo(SqlFailure.GAVE_WAY);
            older.rollback();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    @Requirement("H7")
    void aLockThatIsNotGivenIsToldSoonAndDoesNoHarm(TestDatabase kind) throws SQLException {
        start(kind);
        Ownership owner = acquire(store, request());
        try (Connection stopped = database.getConnection()) {
            stopped.setAutoCommit(false);
            execute(stopped, "update idempotency_record set attempt = attempt");
            StoreUnavailableException unavailable =
                    catchThrowableOfType(StoreUnavailableException.class, () -> store.complete(owner, ANSWER));
            assertThat(SqlFailure.of(unavailable)).isEqualTo(SqlFailure.GAVE_WAY);
            stopped.rollback();
        }
        assertThat(store.complete(owner, ANSWER)).isEqualTo(OwnerWrite.APPLIED);
    }

    /** Not H2: HikariCP does not know its code for a dead connection, and gives that again. */
    @ParameterizedTest
    @EnumSource(value = TestDatabase.class, mode = EnumSource.Mode.EXCLUDE, names = "H2")
    @Requirement("H7")
    void aSessionThatIsEndedInItsTransactionIsTriedAgain(TestDatabase kind) {
        start(kind);
        ClaimRequest request = request();
        transactions.beforeTheNextCommit(accidents::kill);
        Ownership owner = acquire(store, request);
        transactions.beforeTheNextCommit(accidents::kill);
        assertThat(store.complete(owner, ANSWER)).isEqualTo(OwnerWrite.APPLIED);
        assertThat(transactions.begun()).isEqualTo(4);
        assertThat(store.claim(request)).isEqualTo(new Claim.Completed(ANSWER));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    @Requirement("H7")
    void whatTheEndOfASessionLeftIsNotKnown(TestDatabase kind) {
        start(kind);
        assertEndUnknown(accidents::kill);
    }

    @ParameterizedTest
    @EnumSource(value = TestDatabase.class, mode = EnumSource.Mode.EXCLUDE, names = "H2")
    @Requirement("H7")
    void norWhatItLeftWhereASessionIdledTooLongInItsTransaction(TestDatabase kind) {
        start(kind);
        assertEndUnknown(accidents::letItIdle);
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

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    @Requirement("H7")
    void whatAnotherTryWouldMeetAgainIsToldAtOnce(TestDatabase kind) {
        start(kind);
        acquire(store, request());
        new Rows(database).execute("drop table idempotency_record");
        int before = transactions.begun();
        StoreUnavailableException unavailable =
                catchThrowableOfType(StoreUnavailableException.class, () -> store.claim(request()));
        assertThat(Throwables.getRootCause(unavailable)).isInstanceOf(SQLException.class);
        assertThat(transactions.begun()).isEqualTo(before + 1);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
