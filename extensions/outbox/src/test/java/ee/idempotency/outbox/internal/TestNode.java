// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import ee.idempotency.Idempotency;
import ee.idempotency.Work;
import ee.idempotency.engine.EngineEnvironment;
import ee.idempotency.engine.EngineIdempotency;
import ee.idempotency.engine.EngineSeams;
import ee.idempotency.engine.IdempotencyEngine;
import ee.idempotency.engine.OperationOptions;
import ee.idempotency.engine.RepeatSettings;
import ee.idempotency.engine.ResultOutcomes;
import ee.idempotency.persistence.internal.CurrentTransaction;
import ee.idempotency.persistence.internal.DurableStore;
import ee.idempotency.persistence.internal.NewTransaction;
import ee.idempotency.persistence.internal.SqlWork;
import ee.idempotency.persistence.internal.StatementFailedException;
import ee.idempotency.persistence.internal.StoreDatabase;
import ee.idempotency.persistence.internal.StoreSettings;
import ee.idempotency.spi.RecordDatabase;
import ee.idempotency.spi.TenantResolver;
import ee.idempotency.spi.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A node of an application with the durable store, without a container: a thread has at most one transaction of its own. */
final class TestNode implements NewTransaction, CurrentTransaction, Transactions {

    /** How the next commit of a thread's transaction ends. */
    enum CommitFate {
        HAPPENS,
        /** It happens, and nobody learns of it. */
        ANSWER_LOST,
        /** It does not happen. */
        FAILS
    }

    private final DataSource dataSource;
    private final Map<Thread, Open> current = new ConcurrentHashMap<>();
    private final IdempotencyEngine engine;
    private volatile CommitFate fate = CommitFate.HAPPENS;

    private static final class Open {
        final Connection connection;
        final List<EndListener> listeners = new ArrayList<>();
        boolean isMarked;

        Open(Connection connection) {
            this.connection = connection;
        }
    }

    TestNode(DataSource dataSource) {
        this.dataSource = dataSource;
        engine = engineWith(null);
    }

    /** Another engine of this node, which runs work later by {@code scheduler}. */
    IdempotencyEngine engineWith(@Nullable ScheduledExecutorService scheduler) {
        return new IdempotencyEngine(
                new DurableStore(this, this, StoreSettings.DEFAULTS),
                new ResultOutcomes(new TextCodec(), 1024),
                new EngineEnvironment(this, scheduler, RepeatSettings.defaults(), false, EngineSeams.none()));
    }

    RecordDatabase database() {
        return new StoreDatabase(this, this);
    }

    IdempotencyEngine engine() {
        return engine;
    }

    Idempotency idempotency() {
        return new EngineIdempotency(
                engine,
                new TextCodec(),
                () -> TenantResolver.DEFAULT_TENANT,
                OperationOptions.of(Duration.ofSeconds(30), Duration.ofHours(1)));
    }

    /** What the next commit of an application's transaction does. */
    void nextCommit(CommitFate next) {
        fate = next;
    }

    @Override
    public <T> T call(SqlWork<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.run(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            }
        } catch (SQLException failed) {
            throw new StatementFailedException(failed);
        }
    }

    @Override
    public <T> T join(SqlWork<T> work) {
        Open open = current.get(Thread.currentThread());
        if (open == null) {
            throw new IllegalStateException("The calling thread has no transaction");
        }
        try {
            return work.run(open.connection);
        } catch (SQLException failed) {
            throw new StatementFailedException(failed);
        }
    }

    /** As {@code @Transactional} does; joins an open transaction. */
    <T, X extends Exception> T inTransaction(Work<T, X> work) throws X {
        if (isOpen()) {
            return work.call();
        }
        begin();
        T result;
        try {
            result = work.call();
        } catch (Throwable failed) {
            rollback();
            throw failed;
        }
        try {
            commit();
        } catch (CommitFailedException failed) {
            throw new IllegalStateException(failed);
        }
        return result;
    }

    @Override
    public boolean isOpen() {
        return current.get(Thread.currentThread()) != null;
    }

    @Override
    public Object key() {
        return current.get(Thread.currentThread());
    }

    @Override
    public void begin() {
        try {
            Connection connection = dataSource.getConnection();
            connection.setAutoCommit(false);
            current.put(Thread.currentThread(), new Open(connection));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void commit() throws CommitFailedException {
        CommitFate ends = fate;
        fate = CommitFate.HAPPENS;
        boolean isCommitted = ends != CommitFate.FAILS && !current.get(Thread.currentThread()).isMarked;
        end(isCommitted, ends == CommitFate.HAPPENS && isCommitted);
        if (ends != CommitFate.HAPPENS || !isCommitted) {
            throw new CommitFailedException(null);
        }
    }

    @Override
    public void rollback() {
        if (isOpen()) {
            end(false, false);
        }
    }

    private void end(boolean commit, boolean isReportedCommitted) {
        Open open = current.get(Thread.currentThread());
        current.remove(Thread.currentThread());
        try (Connection connection = open.connection) {
            if (commit) {
                connection.commit();
            } else {
                connection.rollback();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        open.listeners.forEach(listener -> listener.ended(isReportedCommitted));
    }

    @Override
    public void markForRollback() {
        current.get(Thread.currentThread()).isMarked = true;
    }

    @Override
    public boolean isMarkedForRollback() {
        return current.get(Thread.currentThread()).isMarked;
    }

    @Override
    public void onEnd(EndListener listener) {
        current.get(Thread.currentThread()).listeners.add(listener);
    }
}
