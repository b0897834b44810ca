// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import liquibase.Scope;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.UpdateTestingRollbackCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S1: the schema is managed by Liquibase")
class SchemaMigratorTest {

    private static final int CHANGE_SETS = 7;

    @EveryDatabase
    void theSecondMigrationFindsNothingToDo(DatabaseKind kind) {
        DataSource dataSource = kind.empty();
        assertThat(SchemaMigrator.migrate(dataSource)).isEqualTo(CHANGE_SETS);
        assertThat(SchemaMigrator.migrate(dataSource)).isZero();
    }

    @EveryDatabase
    void everyChangeSetCanBeRolledBackAndAppliedAgain(DatabaseKind kind) throws Exception {
        DataSource dataSource = kind.empty();
        try (Connection connection = dataSource.getConnection()) {
            SchemaUpdate.inScope(MigrationSettings.DEFAULT, () -> {
                Database database =
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
                new CommandScope(UpdateTestingRollbackCommandStep.COMMAND_NAME)
                        .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                        .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, SchemaMigrator.CHANGE_LOG)
                        .execute();
                return null;
            });
        }
        assertThat(SchemaMigrator.migrate(dataSource)).isZero();
    }

    @EveryDatabase
    void nodesThatStartTogetherMigrateOnce(DatabaseKind kind) throws Exception {
        assertThat(together(kind.empty())).isEqualTo(CHANGE_SETS);
    }

    /** Liquibase remembers by the address of a database that it was up to date. */
    @Test
    void aDatabaseThatWasMadeAgainAtTheSameAddressIsMigratedAgain() {
        DataSource dataSource = Databases.H2.migrated();
        assertThat(SchemaMigrator.migrate(dataSource)).isZero();
        DatabaseKind.execute(dataSource, "drop all objects");
        assertThat(SchemaMigrator.migrate(dataSource)).isEqualTo(CHANGE_SETS);
    }

    @Test
    void nothingOfLiquibaseStaysOnTheThreadThatDeploys() throws Exception {
        Scope before = Scope.getCurrentScope();
        AtomicReference<Scope> during = new AtomicReference<>();
        OwnThread.call(() -> {
            during.set(Scope.getCurrentScope());
            return null;
        });
        assertThat(during.get()).isNotNull().isNotSameAs(before);
    }

    private static int together(DataSource dataSource) throws Exception {
        int starters = 4;
        CyclicBarrier start = new CyclicBarrier(starters);
        Callable<Integer> starter = () -> {
            start.await();
            return SchemaMigrator.migrate(dataSource);
        };
        ExecutorService threads = Executors.newFixedThreadPool(starters);
        try {
            int applied = 0;
            for (Future<Integer> migrated : threads.invokeAll(Collections.nCopies(starters, starter))) {
                applied += migrated.get();
            }
            return applied;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theConnectionGoesBackWithoutAnOpenTransaction() throws SQLException {
        DataSource dataSource = Databases.POSTGRESQL.empty();
        try (Connection kept = dataSource.getConnection()) {
            kept.setAutoCommit(false);
            kept.setNetworkTimeout(Runnable::run, 3000);
            SchemaMigrator.migrate(new OneConnection(kept, dataSource));
            assertThat(kept.getAutoCommit()).isTrue();
            assertThat(kept.getNetworkTimeout()).isEqualTo(3000);
        }
    }

    @Test
    void aDatabaseThatCannotBeReachedIsOneClearError() {
        JdbcDataSource absent = new JdbcDataSource();
        absent.setUrl("jdbc:h2:mem:absent;IFEXISTS=TRUE");
        assertThatThrownBy(() -> SchemaMigrator.migrate(absent))
                .isInstanceOf(SchemaMigrationException.class)
                .hasMessageStartingWith("The schema of Idempotency EE could not be brought up to date: ");
    }

    @Test
    void aDatabaseOfAnotherKindIsNamedAndLeftAlone() {
        assertThatThrownBy(() -> SupportedDatabase.named("Informix Dynamic Server"))
                .isInstanceOf(SchemaMigrationException.class)
                .hasMessageContaining("not in 'Informix Dynamic Server'")
                .hasMessageContaining("idempotency.datasource");
    }

    @Test
    void liquibaseSendsNoStatistics() throws Exception {
        SchemaUpdate.inScope(
                MigrationSettings.DEFAULT,
                () -> assertThat(AnalyticsArgs.ENABLED.getCurrentValue()).isFalse());
        assertThat(Scope.getCurrentScope().get(AnalyticsArgs.ENABLED.getKey(), Object.class))
                .isNull();
    }
}
