// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A transaction manager of one thread, as strict as the specification, whose commits a test makes fail. */
final class FakeJta implements TransactionSynchronizationRegistry, UserTransaction, TransactionManager {

    private final Map<Object, Object> resources = new HashMap<>();
    private final List<Synchronization> listeners = new ArrayList<>();
    private int status = Status.STATUS_NO_TRANSACTION;
    private @Nullable Object key;

    /** Thrown by the next commit. */
    @Nullable
    Exception failure;

    /** Whether a failing commit leaves the transaction on the thread, as it may after a {@code SystemException}. */
    boolean staysAfterFailure;

    @Override
    public void begin() {
        status = Status.STATUS_ACTIVE;
        key = new Object();
    }

    @Override
    public void commit() throws RollbackException {
        requireOpen();
        if (failure != null) {
            Exception thrown = failure;
            failure = null;
            if (!staysAfterFailure) {
                end(Status.STATUS_ROLLEDBACK);
            }
            FakeJta.<RuntimeException>sneak(thrown);
        }
        boolean marked = status == Status.STATUS_MARKED_ROLLBACK;
        end(marked ? Status.STATUS_ROLLEDBACK : Status.STATUS_COMMITTED);
        if (marked) {
            throw new RollbackException("marked");
        }
    }

    @Override
    public void rollback() {
        requireOpen();
        end(Status.STATUS_ROLLEDBACK);
    }

    private void end(int how) {
        List<Synchronization> notified = List.copyOf(listeners);
        listeners.clear();
        status = Status.STATUS_NO_TRANSACTION;
        key = null;
        notified.forEach(listener -> listener.afterCompletion(how));
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <X extends Exception> void sneak(Exception thrown) throws X {
        throw (X) thrown;
    }

    private void requireOpen() {
        if (status == Status.STATUS_NO_TRANSACTION) {
            throw new IllegalStateException("no transaction");
        }
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public int getTransactionStatus() {
        return status;
    }

    @Override
    public @Nullable Object getTransactionKey() {
        return key;
    }

    @Override
    public void setRollbackOnly() {
        requireOpen();
        status = Status.STATUS_MARKED_ROLLBACK;
    }

    @Override
    public boolean getRollbackOnly() {
        requireOpen();
        return status == Status.STATUS_MARKED_ROLLBACK;
    }

    @Override
    public void registerInterposedSynchronization(Synchronization synchronization) {
        requireOpen();
        listeners.add(synchronization);
    }

    @Override
    public void putResource(Object name, Object value) {
        resources.put(name, value);
    }

    @Override
    public @Nullable Object getResource(Object name) {
        return resources.get(name);
    }

    @Override
    public void setTransactionTimeout(int seconds) {}

    @Override
    public Transaction getTransaction() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Transaction suspend() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void resume(Transaction transaction) {
        throw new UnsupportedOperationException();
    }
}
