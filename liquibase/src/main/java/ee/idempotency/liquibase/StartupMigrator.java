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
 *   <li>{@value #MIGRATE}, {@code true} or {@code false}, default true: false leaves the schema to you;
 *   <li>{@value #DATA_SOURCE}, a JNDI name, default {@value #DEFAULT_DATA_SOURCE}: the data source of the persistence
 *       unit {@code idempotency}, or one of the same database whose user may create tables;
 *   <li>{@value #LOCK_WAIT}, an ISO-8601 duration, default PT5M, PT1S to PT1H: how long this node waits for another one that
 *       migrates;
 *   <li>{@value #STATEMENT_TIMEOUT}, an ISO-8601 duration, default PT30M, PT10S to P1D: how long one statement may take.
 * </ul>
 */
@ApplicationScoped
public class StartupMigrator {

    /** Whether to migrate. */
    public static final String MIGRATE = "idempotency.migrate";

    /** Where. */
    public static final String DATA_SOURCE = "idempotency.datasource";

    /** How long to wait for another node. */
    public static final String LOCK_WAIT = "idempotency.migrate.lock-wait";

    /** How long a statement may take. */
    public static final String STATEMENT_TIMEOUT = "idempotency.migrate.statement-timeout";

    /** The data source that every Jakarta EE server has. */
    public static final String DEFAULT_DATA_SOURCE = "java:comp/DefaultDataSource";

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
                config.getOptionalValue(MIGRATE, String.class).orElse("true"),
                config.getOptionalValue(DATA_SOURCE, String.class).orElse(DEFAULT_DATA_SOURCE),
                new MigrationSettings(
                        duration(config, LOCK_WAIT, MigrationSettings.DEFAULT.lockWait()),
                        duration(config, STATEMENT_TIMEOUT, MigrationSettings.DEFAULT.statementTimeout())));
    }

    static void migrate(String isWanted, String dataSourceName, MigrationSettings settings) {
        switch (isWanted) {
            case "false" -> MigrationLog.switchedOff();
            case "true" -> SchemaMigrator.migrate(find(dataSourceName), settings);
            default -> throw new IllegalArgumentException(MIGRATE + " must be true or false, not '" + isWanted + "'");
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
                            + DATA_SOURCE,
                    absent);
        }
        if (found instanceof DataSource dataSource) {
            return dataSource;
        }
        throw new SchemaMigrationException("'" + name + "' is no data source; name one in " + DATA_SOURCE);
    }
}
