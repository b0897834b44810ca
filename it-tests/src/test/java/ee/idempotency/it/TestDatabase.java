// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import ee.idempotency.liquibase.TestMariaDb;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts the database that the system property {@code test.database} names before the first test, and stops it after the
 * last. H2 is inside the server and needs no start.
 */
public final class TestDatabase implements LauncherSessionListener {

    private static final String URL = "test.database.url";

    private @Nullable EmbeddedPostgres postgres;

    /** Where the tests reach the database server of this run. */
    public static String url() {
        return System.getProperty(URL);
    }

    /** A connection to the database server of this run. */
    public static Connection connect() throws SQLException {
        return url().startsWith("jdbc:postgresql:")
                ? DriverManager.getConnection(url(), "postgres", "postgres")
                : DriverManager.getConnection(url(), "root", "payments");
    }

    /** What tells the example its database, as a deployer would. */
    static Map<String, String> environment() {
        return url() == null ? Map.of() : Map.of("PAYMENTS_DB_URL", url());
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        switch (System.getProperty("test.database", "")) {
            case "postgresql" -> startPostgreSql();
            case "mariadb" -> startMariaDb();
            default -> {}
        }
    }

    private static void startMariaDb() {
        String url = TestMariaDb.start().newDatabase("payments", "utf8mb4");
        System.setProperty(URL, url + "&connectTimeout=2000&socketTimeout=15000&tcpKeepAlive=true");
    }

    private void startPostgreSql() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("logging_collector", "on")
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        System.setProperty(
                URL,
                "jdbc:postgresql://127.0.0.1:" + postgres.getPort()
                        + "/postgres?connectTimeout=2&socketTimeout=15&tcpKeepAlive=true");
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (postgres != null) {
            try {
                postgres.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
