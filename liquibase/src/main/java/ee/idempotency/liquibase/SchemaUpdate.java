// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import liquibase.GlobalConfiguration;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.ChangeExecListenerCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Runs Liquibase's update on one connection, in a scope of its own so that nothing of the application's is touched. */
final class SchemaUpdate {

    private SchemaUpdate() {}

    static int run(Connection connection) throws LiquibaseException {
        CountingListener listener = new CountingListener();
        inScope(() -> {
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            new CommandScope(UpdateCommandStep.COMMAND_NAME)
                    .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                    .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, SchemaMigrator.CHANGE_LOG)
                    .addArgumentValue(ChangeExecListenerCommandStep.CHANGE_EXEC_LISTENER_ARG, listener)
                    .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF)
                    .execute();
        });
        return listener.applied.get();
    }

    /** Quiet, without statistics, and with this module's class loader: the thread's may be the server's. */
    static void inScope(Scope.ScopedRunner<Void> work) throws LiquibaseException {
        ClassLoader loader = SchemaUpdate.class.getClassLoader();
        Map<String, Object> values = Map.of(
                Scope.Attr.resourceAccessor.name(),
                new ClassLoaderResourceAccessor(loader),
                Scope.Attr.classLoader.name(),
                loader,
                Scope.Attr.logService.name(),
                new QuietLogService(),
                Scope.Attr.ui.name(),
                new LoggerUIService(),
                AnalyticsArgs.ENABLED.getKey(),
                false,
                GlobalConfiguration.CHANGELOGLOCK_POLL_RATE.getKey(),
                1L);
        try {
            Scope.child(values, work);
        } catch (LiquibaseException told) {
            throw told;
        } catch (Exception other) {
            throw new LiquibaseException(other);
        }
    }

    private static final class CountingListener extends AbstractChangeExecListener {

        private final AtomicInteger applied = new AtomicInteger();

        @Override
        public void ran(
                ChangeSet changeSet, DatabaseChangeLog changeLog, Database database, ChangeSet.ExecType execType) {
            applied.incrementAndGet();
        }
    }
}
