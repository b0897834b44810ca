// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import ee.idempotency.spi.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/** Tells how the transactions of {@link LockingStore} ended, and nothing else of them. */
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
            List<EndListener> listeners = open.remove(Thread.currentThread());
            for (EndListener listener : listeners) {
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

    @Override
    public void begin() {
        throw new IllegalStateException("begun by the test");
    }

    @Override
    public void commit() {
        throw new IllegalStateException("committed by the test");
    }

    @Override
    public void rollback() {
        throw new IllegalStateException("rolled back by the test");
    }

    @Override
    public void markForRollback() {
        throw new IllegalStateException("nobody asked");
    }

    @Override
    public boolean isMarkedForRollback() {
        return false;
    }
}
