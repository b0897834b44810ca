// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.spi.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Transactions of one test: each thread has its own, and a commit can be told to fail. */
final class FakeTransactions implements Transactions {

    /** How commits end. */
    enum CommitEnd {
        COMMITTED,
        ROLLED_BACK,
        COMMITTED_WITHOUT_ANSWER,
        ROLLED_BACK_WITHOUT_ANSWER
    }

    private static final class Open {

        private final List<EndListener> listeners = new ArrayList<>();
        private boolean marked;
    }

    private final Map<Thread, Open> open = new ConcurrentHashMap<>();
    volatile CommitEnd commitEnd = CommitEnd.COMMITTED;

    @Nullable
    RuntimeException beginFault;

    int commits;
    int rollbacks;

    @Override
    public boolean isOpen() {
        return open.get(Thread.currentThread()) != null;
    }

    @Override
    public @Nullable Object key() {
        return open.get(Thread.currentThread());
    }

    @Override
    public void begin() {
        if (beginFault != null) {
            throw beginFault;
        }
        if (isOpen()) {
            throw new IllegalStateException("nested");
        }
        open.put(Thread.currentThread(), new Open());
    }

    @Override
    public void commit() throws CommitFailedException {
        boolean committed = !current().marked
                && (commitEnd == CommitEnd.COMMITTED || commitEnd == CommitEnd.COMMITTED_WITHOUT_ANSWER);
        boolean answered = commitEnd == CommitEnd.COMMITTED || commitEnd == CommitEnd.ROLLED_BACK;
        commits += committed ? 1 : 0;
        end(committed);
        if (!committed || !answered) {
            throw new CommitFailedException(null);
        }
    }

    @Override
    public void rollback() {
        if (isOpen()) {
            rollbacks++;
            end(false);
        }
    }

    private void end(boolean committed) {
        Open ended = current();
        open.remove(Thread.currentThread());
        ended.listeners.forEach(listener -> listener.ended(committed));
    }

    @Override
    public void markForRollback() {
        current().marked = true;
    }

    @Override
    public boolean isMarkedForRollback() {
        return current().marked;
    }

    @Override
    public void onEnd(EndListener listener) {
        current().listeners.add(listener);
    }

    private Open current() {
        Open current = open.get(Thread.currentThread());
        if (current == null) {
            throw new IllegalStateException("no transaction");
        }
        return current;
    }
}
