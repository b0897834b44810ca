// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The databases of all tests, for those of other modules too. */
public final class Databases {

    public static final DatabaseKind H2 = new H2Kind();
    public static final DatabaseKind POSTGRESQL = new PostgreSqlKind();
    public static final DatabaseKind MARIADB = new MariaDbKind();

    private static final List<DatabaseKind> ALL = List.of(H2, POSTGRESQL, MARIADB);

    private Databases() {}

    /**
     * Those of this run: the ones that the system property {@code test.databases} names, with commas between them; without
     * it, the ones whose server this build has. The profile {@code all} names those that the usual command leaves out.
     */
    public static List<DatabaseKind> here() {
        String chosen = System.getProperty("test.databases", "");
        return chosen.isBlank()
                ? ALL.stream().filter(DatabaseKind::isHere).toList()
                : Stream.of(chosen.split(",")).map(Databases::named).toList();
    }

    /** Those that the tests know, whether this build has their servers or not. */
    static List<DatabaseKind> all() {
        return ALL;
    }

    /** The one behind a data source. */
    public static DatabaseKind of(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return named(connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The one of that {@link DatabaseKind#name}. */
    public static DatabaseKind named(String name) {
        return ALL.stream()
                .filter(kind -> kind.name().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no database '" + name + "', only " + ALL));
    }
}
