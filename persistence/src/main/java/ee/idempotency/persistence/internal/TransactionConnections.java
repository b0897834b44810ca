// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements on the connection that a data source has for the calling thread's JTA transaction. All who ask for it
 * in one transaction get the same. Knows nothing of JPA. Thread-safe.
 */
final class TransactionConnections {

    private final Supplier<DataSource> find;
    private volatile @Nullable DataSource found;

    /** On a data source that is looked up by the first use. */
    TransactionConnections(Supplier<DataSource> find) {
        this.find = find;
    }

    /** On the data source that the settings name. */
    static TransactionConnections configured() {
        return new TransactionConnections(() -> find(ConfiguredSettings.dataSource()));
    }

    /**
     * Runs {@code work} on the connection.
     *
     * @throws StatementFailedException if a statement failed, or there was no connection
     */
    <T extends @Nullable Object> T run(SqlWork<T> work) {
        try (Connection connection = dataSource().getConnection()) {
            return work.run(connection);
        } catch (SQLException failed) {
            throw new StatementFailedException(failed);
        }
    }

    /** What is wrong with the name of the data source. */
    List<String> problems() {
        try {
            dataSource();
            return List.of();
        } catch (IllegalStateException absent) {
            return List.of(String.valueOf(absent.getMessage()));
        }
    }

    private DataSource dataSource() {
        DataSource dataSource = found;
        if (dataSource == null) {
            dataSource = find.get();
            found = dataSource;
        }
        return dataSource;
    }

    // the name comes from the deployer's configuration, never from a request
    @SuppressWarnings("BanJNDI")
    private static DataSource find(String name) {
        try {
            if (new InitialContext().lookup(name) instanceof DataSource dataSource) {
                return dataSource;
            }
        } catch (NamingException absent) {
            throw new IllegalStateException(problem(name, "There is no data source"), absent);
        }
        throw new IllegalStateException(problem(name, "There is something else than a data source under"));
    }

    private static String problem(String name, String what) {
        return what + " '" + name
                + "', which idempotency.database-access=datasource needs: set idempotency.datasource to"
                + " the JNDI name of one that takes part in JTA transactions, or define it in the server";
    }
}
