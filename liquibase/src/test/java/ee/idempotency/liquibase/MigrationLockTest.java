// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.lockservice.LockServiceFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@DisplayName("S9: a migration never blocks a node for ever")
class MigrationLockTest {

    private static final MigrationSettings ONE_SECOND =
            new MigrationSettings(Duration.ofSeconds(1), Duration.ofMinutes(1));

    @EveryDatabase
    void aNodeWaitsForAnotherForALimitedTimeAndSaysForWhom(DatabaseKind kind) throws Exception {
        DataSource dataSource = kind.empty();
        try (LoggedLines log = new LoggedLines();
                MigrationLock other = lockOf(dataSource)) {
            assertThat(other.tryLock()).isTrue();
            assertThatThrownBy(() -> SchemaMigrator.migrate(dataSource, ONE_SECOND))
                    .isInstanceOf(SchemaMigrationException.class)
                    .hasMessageContaining("longer than idempotency.migrate.lock-wait = PT1S: ")
                    .hasMessageContaining(kind == Databases.H2 ? "another application of this server" : "session ");
            assertThat(log.of("IDEM-0604")).singleElement().asString().contains("waiting up to PT1S for ");
        }
        assertThat(SchemaMigrator.migrate(dataSource, ONE_SECOND)).isPositive();
    }

    @EveryDatabase
    void whereNothingIsToApplyNothingIsLocked(DatabaseKind kind) throws Exception {
        DataSource dataSource = kind.migrated();
        try (MigrationLock other = lockOf(dataSource)) {
            assertThat(other.tryLock()).isTrue();
            assertThat(SchemaMigrator.migrate(dataSource, ONE_SECOND)).isZero();
        }
    }

    @EveryDatabase
    void aNodeThatWaitedFindsNothingLeftToDo(DatabaseKind kind) throws Exception {
        DataSource dataSource = kind.empty();
        CountDownLatch waiting = new CountDownLatch(1);
        ExecutorService node = Executors.newSingleThreadExecutor();
        try (LoggedLines log = new LoggedLines()) {
            Future<Integer> second;
            try (MigrationLock first = lockOf(dataSource)) {
                assertThat(first.tryLock()).isTrue();
                second = node.submit(() -> {
                    waiting.countDown();
                    return SchemaMigrator.migrate(dataSource);
                });
                waiting.await();
                while (log.of("IDEM-0604").isEmpty()) {
                    Thread.onSpinWait();
                }
                try (Connection connection = dataSource.getConnection()) {
                    assertThat(SchemaUpdate.run(connection, first, ONE_SECOND)).isPositive();
                }
            }
            assertThat(second.get()).isZero();
        } finally {
            node.shutdownNow();
        }
    }

    @EveryDatabase
    void whatADeadNodeLeftLockedIsReleased(DatabaseKind kind) throws Exception {
        DataSource dataSource = kind.empty();
        try (Connection connection = dataSource.getConnection()) {
            SchemaUpdate.inScope(ONE_SECOND, () -> {
                Database database =
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
                return assertThat(LockServiceFactory.getInstance()
                                .getLockService(database)
                                .acquireLock())
                        .isTrue();
            });
        }
        try (LoggedLines log = new LoggedLines()) {
            assertThat(SchemaMigrator.migrate(dataSource, ONE_SECOND)).isPositive();
            assertThat(log.of("IDEM-0605")).singleElement().asString().contains("idempotency_changelog_lock was left");
        }
    }

    @EveryDatabase
    void noChangeSetBeginsAfterTheLockWasLost(DatabaseKind kind) throws Exception {
        DataSource dataSource = kind.empty();
        try (Connection connection = dataSource.getConnection();
                MigrationLock neverTaken = lockOf(dataSource)) {
            assertThat(neverTaken.isHeld()).isFalse();
            assertThatThrownBy(() -> SchemaUpdate.run(connection, neverTaken, ONE_SECOND))
                    .hasStackTraceContaining("The lock of the migration was lost before the change set 001-table");
        }
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("select 1 from idempotency_record"))
                    .isInstanceOf(SQLException.class);
        }
    }

    /** So a node that died blocks nobody, also where it died without a word. H2's lock ends with the process. */
    @EveryDatabase
    void theLockEndsWithItsSession(DatabaseKind kind) throws Exception {
        Assumptions.assumeTrue(kind.isServer());
        DataSource dataSource = kind.empty();
        try (Connection session = dataSource.getConnection();
                MigrationLock next = lockOf(dataSource)) {
            MigrationLock lock = kind == Databases.MARIADB ? new MariaDbLock(session) : new PostgreSqlLock(session);
            assertThat(lock.tryLock()).isTrue();
            assertThat(lock.isHeld()).isTrue();
            assertThat(next.tryLock()).isFalse();
            kind.kill(dataSource, session);
            assertThatThrownBy(lock::isHeld).isInstanceOf(SQLException.class);
            assertThat(next.tryLock()).isTrue();
        }
    }

    /** As a pooler in transaction mode leaves it to the next client: no lock, no setting, no transaction. */
    @Test
    void nothingStaysOnAPooledSession() throws Exception {
        DataSource dataSource = Databases.POSTGRESQL.empty();
        try (Connection pooled = dataSource.getConnection()) {
            try (MigrationLock lock = new PostgreSqlLock(new OneConnection(pooled, dataSource).getConnection())) {
                assertThat(lock.tryLock()).isTrue();
            }
            assertThat(pooled.getAutoCommit()).isTrue();
            assertThat(Query.text(pooled, "select count(*) from pg_locks where locktype = 'advisory'"))
                    .isEqualTo("0");
            assertThat(Query.text(pooled, "show application_name")).doesNotContain("migration");
        }
    }

    @Test
    void aStatementMayTakeLongerThanTheNetworkTimeoutOfThePool() throws Exception {
        PGSimpleDataSource dataSource = (PGSimpleDataSource) Databases.POSTGRESQL.migrated();
        DatabaseKind.execute(dataSource, """
                drop function idempotency_record_is_legal cascade;
                delete from idempotency_changelog where id like '001-checks%';
                """);
        CountDownLatch isHeld = new CountDownLatch(1);
        ExecutorService report = Executors.newSingleThreadExecutor();
        try {
            Future<?> longReport = report.submit(() -> {
                try (Connection reader = dataSource.getConnection()) {
                    reader.setAutoCommit(false);
                    Query.text(reader, "select count(*) from idempotency_record");
                    isHeld.countDown();
                    Query.text(reader, "select pg_sleep(3)");
                    reader.commit();
                    return null;
                }
            });
            isHeld.await();
            PGSimpleDataSource impatient = new PGSimpleDataSource();
            impatient.setUrl(dataSource.getUrl());
            impatient.setUser(dataSource.getUser());
            impatient.setSocketTimeout(1);
            long start = System.nanoTime();
            assertThat(SchemaMigrator.migrate(impatient)).isEqualTo(1);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
            longReport.get();
        } finally {
            report.shutdownNow();
        }
    }

    private static MigrationLock lockOf(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return SupportedDatabase.of(connection).lock(dataSource);
        }
    }
}
