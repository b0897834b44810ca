// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.NoSuchElementException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Migrates when the application starts, before any bean that is {@code @DependsOn("IdempotencySchema")}. If it cannot,
 * the deployment fails. MicroProfile Config:
 *
 * <ul>
 *   <li>{@value #MIGRATE}, {@code true} or {@code false}, default true: false leaves the schema to you;
 *   <li>{@value #DATA_SOURCE}, a JNDI name, default {@value #DEFAULT_DATA_SOURCE}: the data source of the persistence
 *       unit {@code idempotency}, or one of the same database whose user may create tables.
 * </ul>
 */
@Singleton(name = "IdempotencySchema")
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class StartupMigrator {

    /** Whether to migrate. */
    public static final String MIGRATE = "idempotency.migrate";

    /** Where. */
    public static final String DATA_SOURCE = "idempotency.datasource";

    /** The data source that every Jakarta EE server has. */
    public static final String DEFAULT_DATA_SOURCE = "java:comp/DefaultDataSource";

    /** For the container. */
    public StartupMigrator() {}

    @PostConstruct
    void start() {
        Config config = ConfigProvider.getConfig();
        migrate(
                config.getOptionalValue(MIGRATE, String.class).orElse("true"),
                config.getOptionalValue(DATA_SOURCE, String.class).orElse(DEFAULT_DATA_SOURCE));
    }

    static void migrate(String isWanted, String dataSourceName) {
        switch (isWanted) {
            case "false" -> MigrationLog.switchedOff();
            case "true" -> SchemaMigrator.migrate(find(dataSourceName));
            default -> throw new IllegalArgumentException(MIGRATE + " must be true or false, not '" + isWanted + "'");
        }
    }

    // the name comes from the deployer's configuration, never from a request
    @SuppressWarnings("BanJNDI")
    private static DataSource find(String name) {
        try {
            if (new InitialContext().lookup(name) instanceof DataSource found) {
                return found;
            }
        } catch (NamingException absent) {
            throw new SchemaMigrationException(
                    "There is no data source '" + name + "'; set " + DATA_SOURCE + " or define it", absent);
        }
        throw new SchemaMigrationException(
                "'" + name + "' is no data source; set " + DATA_SOURCE, new NoSuchElementException(name));
    }
}
