// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import ee.idempotency.spi.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reports how the transactions that a test begins and ends itself have ended, as a transaction manager would, and
 * nothing else of them. Thread-safe; a transaction is its thread's.
 */
public final class EndOfTransactions implements Transactions {

    private final Map<Thread, List<EndListener>> open = new ConcurrentHashMap<>();

    /** Calls what begins, uses and ends a transaction: it was committed if that returns, and rolled back if it throws. */
    public <T> T around(Callable<T> transaction) throws Exception {
        List<EndListener> listeners = new ArrayList<>();
        open.put(Thread.currentThread(), listeners);
        boolean committed = false;
        try {
            T result = transaction.call();
            committed = true;
            return result;
        } finally {
            open.remove(Thread.currentThread());
            boolean end = committed;
            listeners.forEach(listener -> listener.ended(end));
        }
    }

    private List<EndListener> listeners() {
        return Objects.requireNonNull(open.get(Thread.currentThread()), "no transaction is open");
    }

    @Override
    public void onEnd(EndListener listener) {
        listeners().add(listener);
    }

    @Override
    public boolean isOpen() {
        return open.containsKey(Thread.currentThread());
    }

    @Override
    public Object key() {
        return listeners();
    }

    private static IllegalStateException isTheTestsToDo() {
        return new IllegalStateException("The test begins and ends transactions");
    }

    @Override
    public void begin() {
        throw isTheTestsToDo();
    }

    @Override
    public void commit() {
        throw isTheTestsToDo();
    }

    @Override
    public void rollback() {
        throw isTheTestsToDo();
    }

    @Override
    public void markForRollback() {
        throw isTheTestsToDo();
    }

    @Override
    public boolean isMarkedForRollback() {
        return false;
    }
}
