// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Migrates once, when the application starts: with CDI's event, before the observers of the application, and earlier if
 * {@link IdempotencySchema} is started before. It needs no server that looks for EJBs or web fragments in the
 * application's libraries. If it cannot migrate, the deployment fails. MicroProfile Config:
 *
 * <ul>
 *   <li>{@value MigrationSettings#MIGRATE}, {@code true} or {@code false}, default true: false leaves the schema to you;
 *   <li>{@value MigrationSettings#DATA_SOURCE}, a JNDI name, default {@value MigrationSettings#DEFAULT_DATA_SOURCE}: the data source of the persistence
 *       unit {@code idempotency}, or one of the same database whose user may create tables;
 *   <li>{@value MigrationSettings#LOCK_WAIT}, an ISO-8601 duration, default PT5M, PT1S to PT1H: how long this node waits for another one that
 *       migrates;
 *   <li>{@value MigrationSettings#STATEMENT_TIMEOUT}, an ISO-8601 duration, default PT30M, PT10S to P1D: how long one statement may take.
 * </ul>
 */
@ApplicationScoped
public class StartupMigrator {

    private boolean isDone;

    /** For the container. */
    public StartupMigrator() {}

    void start(
            @Observes @Initialized(ApplicationScoped.class) @Priority(Interceptor.Priority.PLATFORM_BEFORE)
                    Object started) {
        migrateOnce();
    }

    /**
     * Migrates as the settings say, if nobody has asked before.
     *
     * @throws SchemaMigrationException if that is not possible; the next call tries again
     * @throws IllegalArgumentException if a setting is wrong
     */
    synchronized void migrateOnce() {
        if (!isDone) {
            migrateAsConfigured();
            isDone = true;
        }
    }

    private static void migrateAsConfigured() {
        Config config = ConfigProvider.getConfig();
        migrate(
                config.getOptionalValue(MigrationSettings.MIGRATE, String.class).orElse("true"),
                config.getOptionalValue(MigrationSettings.DATA_SOURCE, String.class)
                        .orElse(MigrationSettings.DEFAULT_DATA_SOURCE),
                new MigrationSettings(
                        duration(config, MigrationSettings.LOCK_WAIT, MigrationSettings.DEFAULT.lockWait()),
                        duration(
                                config,
                                MigrationSettings.STATEMENT_TIMEOUT,
                                MigrationSettings.DEFAULT.statementTimeout())));
    }

    static void migrate(String isWanted, String dataSourceName, MigrationSettings settings) {
        switch (isWanted) {
            case "false" -> MigrationLog.switchedOff();
            case "true" -> SchemaMigrator.migrate(find(dataSourceName), settings);
            default ->
                throw new IllegalArgumentException(
                        MigrationSettings.MIGRATE + " must be true or false, not '" + isWanted + "'");
        }
    }

    private static Duration duration(Config config, String name, Duration byDefault) {
        String text = config.getOptionalValue(name, String.class).orElse(byDefault.toString());
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new IllegalArgumentException(
                    name + " must be an ISO-8601 duration such as " + byDefault + ", not '" + text + "'", malformed);
        }
    }

    // the name comes from the deployer's configuration, never from a request
    @SuppressWarnings("BanJNDI")
    private static DataSource find(String name) {
        Object found;
        try {
            found = new InitialContext().lookup(name);
        } catch (NamingException absent) {
            throw new SchemaMigrationException(
                    "There is no data source '" + name + "': define it on the server, or name another one in "
                            + MigrationSettings.DATA_SOURCE,
                    absent);
        }
        if (found instanceof DataSource dataSource) {
            return dataSource;
        }
        throw new SchemaMigrationException(
                "'" + name + "' is no data source; name one in " + MigrationSettings.DATA_SOURCE);
    }
}
