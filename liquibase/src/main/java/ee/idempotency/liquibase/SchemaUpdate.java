// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import liquibase.GlobalConfiguration;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.changelog.ChangeLogParameters;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.ChangeExecListenerCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.DatabaseChangeLogLock;
import liquibase.lockservice.LockService;
import liquibase.lockservice.LockServiceFactory;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Runs Liquibase on one connection, in a scope of its own so that nothing of the application's is touched. */
final class SchemaUpdate {

    private static final String CHANGE_LOG = ChangeLogNames.CHANGE_LOG;

    private SchemaUpdate() {}

    /** Reads what was applied; writes and locks nothing. */
    static ChangeLogState look(Connection connection) throws LiquibaseException {
        return inScope(MigrationSettings.DEFAULT, () -> {
            Database database = databaseOf(connection);
            ResourceAccessor files = Scope.getCurrentScope().getResourceAccessor();
            return ChangeLogState.read(
                    database,
                    ChangeLogParserFactory.getInstance()
                            .getParser(CHANGE_LOG, files)
                            .parse(CHANGE_LOG, new ChangeLogParameters(database), files));
        });
    }

    /** Applies what is missing, under a lock that was taken. */
    static int run(Connection connection, MigrationLock lock, MigrationSettings settings) throws LiquibaseException {
        LockedProgress progress = new LockedProgress(lock);
        return inScope(settings, () -> {
            Database database = databaseOf(connection);
            releaseWhatADeadNodeLeft(database, lock);
            new CommandScope(UpdateCommandStep.COMMAND_NAME)
                    .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                    .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, CHANGE_LOG)
                    .addArgumentValue(ChangeExecListenerCommandStep.CHANGE_EXEC_LISTENER_ARG, progress)
                    .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF)
                    .execute();
            return progress.applied();
        });
    }

    private static Database databaseOf(Connection connection) throws LiquibaseException {
        return DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
    }

    private static void releaseWhatADeadNodeLeft(Database database, MigrationLock lock)
            throws LiquibaseException, SQLException {
        LockService locks = LockServiceFactory.getInstance().getLockService(database);
        for (DatabaseChangeLogLock left : locks.listLocks()) {
            if (lock.isAlone()) {
                MigrationLog.leftLocked(left.getLockedBy(), left.getLockGranted());
                locks.forceReleaseLock();
            }
        }
    }

    /** Quiet, without statistics, and with this module's class loader: the thread's may be the server's. */
    static <T> T inScope(MigrationSettings settings, Scope.ScopedRunnerWithReturn<T> work) throws LiquibaseException {
        try {
            return Scope.child(valuesOf(settings), work);
        } catch (LiquibaseException reported) {
            throw reported;
        } catch (Exception other) {
            throw new LiquibaseException(other);
        }
    }

    private static Map<String, Object> valuesOf(MigrationSettings settings) {
        ClassLoader loader = SchemaUpdate.class.getClassLoader();
        Map<String, Object> values = new HashMap<>();
        values.put(Scope.Attr.resourceAccessor.name(), new ClassLoaderResourceAccessor(loader));
        values.put(Scope.Attr.classLoader.name(), loader);
        values.put(Scope.Attr.logService.name(), new QuietLogService());
        values.put(Scope.Attr.ui.name(), new LoggerUIService());
        values.put(AnalyticsArgs.ENABLED.getKey(), false);
        values.put(GlobalConfiguration.DATABASECHANGELOG_TABLE_NAME.getKey(), ChangeLogNames.CHANGE_LOG_TABLE);
        values.put(GlobalConfiguration.DATABASECHANGELOGLOCK_TABLE_NAME.getKey(), ChangeLogNames.LOCK_TABLE);
        values.put(GlobalConfiguration.CHANGELOGLOCK_POLL_RATE.getKey(), 1L);
        values.put(
                GlobalConfiguration.CHANGELOGLOCK_WAIT_TIME.getKey(),
                settings.lockWait().plus(Duration.ofSeconds(59)).toMinutes());
        return values;
    }
}
