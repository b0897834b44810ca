// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.spi.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/** Tells how the transactions of a {@link TestNode} ended, as a transaction manager would, and nothing else of them. */
final class EndOfTransactions implements Transactions {

    private final Map<Thread, List<EndListener>> open = new ConcurrentHashMap<>();

    <T> T around(Callable<T> transaction) throws Exception {
        open.put(Thread.currentThread(), new ArrayList<>());
        boolean committed = false;
        try {
            T result = transaction.call();
            committed = true;
            return result;
        } finally {
            for (EndListener listener : open.remove(Thread.currentThread())) {
                listener.ended(committed);
            }
        }
    }

    @Override
    public void onEnd(EndListener listener) {
        open.get(Thread.currentThread()).add(listener);
    }

    @Override
    public boolean isOpen() {
        return open.containsKey(Thread.currentThread());
    }

    @Override
    public Object key() {
        return open.get(Thread.currentThread());
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
