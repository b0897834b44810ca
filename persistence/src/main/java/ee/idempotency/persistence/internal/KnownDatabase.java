// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One of the databases the store works on: its SQL, and numbers for what the SQLState does not say.
 *
 * @param product as its driver names it
 */
record KnownDatabase(String product, Supplier<SqlDialect> dialect, Map<Meaning, Set<Integer>> vendorCodes) {

    private static final List<KnownDatabase> ALL = List.of(
            new KnownDatabase("PostgreSQL", PostgreSqlDialect::new, Map.of()),
            // lock wait, deadlock, a row changed since the transaction's snapshot; no right on a table, a column,
            // a routine; the server, the transaction, the file system can only be read; no such function, no such
            // system variable
            new KnownDatabase(
                    "MariaDB",
                    MariaDbDialect::new,
                    Map.of(
                            Meaning.GAVE_WAY, Set.of(1205, 1213, 1020),
                            Meaning.NO_RIGHT, Set.of(1142, 1143, 1370),
                            Meaning.READ_ONLY, Set.of(1290, 1792, 1836),
                            Meaning.ABSENT, Set.of(1305, 1193))),
            // lock wait, concurrent update; the connection is broken, the database is closed
            new KnownDatabase(
                    "H2",
                    H2Dialect::new,
                    Map.of(
                            Meaning.GAVE_WAY, Set.of(50200, 90131),
                            Meaning.SESSION_ENDED, Set.of(90067, 90098, 90121))));

    /** What an error of a database may mean. */
    enum Meaning {
        GAVE_WAY,
        SESSION_ENDED,
        NO_RIGHT,
        READ_ONLY,
        ABSENT;

        /** Whether the vendor code has this meaning; no two databases use one code. */
        boolean has(int vendorCode) {
            return ALL.stream()
                    .anyMatch(known ->
                            known.vendorCodes.getOrDefault(this, Set.of()).contains(vendorCode));
        }
    }

    /**
     * The SQL for the database behind a connection.
     *
     * @throws StoreUnavailableException if it is of no kind that is known
     */
    static SqlDialect dialectOf(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        for (KnownDatabase known : ALL) {
            if (known.product.equals(product)) {
                return known.dialect.get();
            }
        }
        throw new StoreUnavailableException(
                "The durable store knows PostgreSQL, MariaDB (with the driver org.mariadb.jdbc) and H2, not '" + product
                        + "'; give the persistence unit 'idempotency' another data source",
                null);
    }
}
