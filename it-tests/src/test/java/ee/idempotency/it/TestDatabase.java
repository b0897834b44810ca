// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import ee.idempotency.liquibase.DatabaseKind;
import ee.idempotency.liquibase.Databases;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts the database that the system property {@code test.database} names before the first test; it ends with the JVM.
 * H2 is inside the server and needs no start.
 */
public final class TestDatabase implements LauncherSessionListener {

    private static final String KIND = "test.database";
    private static final String URL = "test.database.url";

    /** Where the tests reach the database server of this run. */
    public static String url() {
        return System.getProperty(URL);
    }

    /** A connection to the database server of this run. */
    public static Connection connect() throws SQLException {
        List<String> user = kind().user();
        return DriverManager.getConnection(url(), user.get(0), user.get(1));
    }

    private static DatabaseKind kind() {
        return Databases.named(System.getProperty(KIND));
    }

    /** The settings that name the database to the example, as a deployer would. */
    static Map<String, String> environment() {
        return url() == null ? Map.of() : Map.of("PAYMENTS_DB_URL", url());
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!System.getProperty(KIND, "").isEmpty()) {
            kind().serve().ifPresent(url -> System.setProperty(URL, url));
        }
    }
}
