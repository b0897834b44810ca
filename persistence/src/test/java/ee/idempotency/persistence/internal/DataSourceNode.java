// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * A node that reaches the database through a data source, without JPA. It plays what JTA and a server's pool do: one
 * connection a transaction, given to everyone who asks for one in it.
 */
public final class DataSourceNode implements NewTransaction, CurrentTransaction, Node {

    /** This class begins and ends the transactions. */
    private static final ContainerTransactions CALLERS = new ContainerTransactions() {

        @Override
        <T> T runInNew(Supplier<T> work) {
            return work.get();
        }

        @Override
        <T> T runInCurrent(Supplier<T> work) {
            return work.get();
        }
    };

    private final HikariDataSource pool;
    private final Map<Thread, Connection> current = new ConcurrentHashMap<>();
    private final DataSourceNewTransaction newTransaction;
    private final DataSourceCurrentTransaction currentTransaction;
    private final DurableStore store = new DurableStore(this, this, StoreSettings.DEFAULTS);

    /** A node with a pool of its own. */
    public DataSourceNode(DataSource database) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database);
        config.setAutoCommit(false);
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        pool = new HikariDataSource(config);
        newTransaction = new DataSourceNewTransaction(new TransactionConnections(this::enlisted), CALLERS);
        currentTransaction = new DataSourceCurrentTransaction(new TransactionConnections(this::enlisted), CALLERS);
    }

    @Override
    public DurableStore store() {
        return store;
    }

    /** The data source as an application sees it within a transaction. */
    DataSource enlisted() {
        return (DataSource) Proxy.newProxyInstance(
                DataSourceNode.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    Connection connection = current.get(Thread.currentThread());
                    if (connection == null) {
                        throw new IllegalStateException("The calling thread has no transaction");
                    }
                    return withoutClose(connection);
                });
    }

    private static Connection withoutClose(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                DataSourceNode.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    try {
                        return "close".equals(method.getName()) ? null : method.invoke(connection, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    @Override
    public <T> T call(SqlWork<T> work) {
        try {
            return inJoinableTransaction(() -> newTransaction.call(work));
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public <T> T join(SqlWork<T> work) {
        return currentTransaction.join(work);
    }

    @Override
    public <T> T inJoinableTransaction(Callable<T> work) throws Exception {
        Connection suspended = current.get(Thread.currentThread());
        try (Connection connection = pool.getConnection()) {
            current.put(Thread.currentThread(), connection);
            try {
                T result = work.call();
                connection.commit();
                return result;
            } catch (RuntimeException failed) {
                rollBack(connection, failed);
                throw failed;
            }
        } finally {
            resume(suspended);
        }
    }

    private void resume(Connection suspended) {
        if (suspended == null) {
            current.remove(Thread.currentThread());
        } else {
            current.put(Thread.currentThread(), suspended);
        }
    }

    private static void rollBack(Connection connection, RuntimeException failed) {
        try {
            connection.rollback();
        } catch (SQLException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
