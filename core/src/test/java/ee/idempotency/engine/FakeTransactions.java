// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.spi.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Transactions of one test: each thread has its own, and a test can make a commit fail. */
final class FakeTransactions implements Transactions {

    /** How commits end. */
    enum CommitEnd {
        COMMITTED,
        ROLLED_BACK,
        COMMITTED_WITHOUT_ANSWER,
        ROLLED_BACK_WITHOUT_ANSWER
    }

    /** What transaction managers do when a transaction has lasted too long. */
    enum TimeOut {
        /** It can only be rolled back, which its thread does. */
        MARKS,
        /** It is rolled back, and its thread still has it. */
        ROLLS_BACK,
        /** It is rolled back, and its thread has none. */
        ROLLS_BACK_AND_LEAVES
    }

    private static final class Open {

        private final List<EndListener> listeners = new ArrayList<>();
        private volatile boolean marked;
        private volatile boolean ended;
    }

    private final Map<Thread, Open> open = new ConcurrentHashMap<>();
    volatile CommitEnd commitEnd = CommitEnd.COMMITTED;

    @Nullable
    RuntimeException beginFault;

    @Nullable
    RuntimeException markFault;

    @Nullable
    RuntimeException listenFault;

    /** What happens on other nodes before the commit that is asked for. */
    Runnable beforeCommit = () -> {};

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
        beforeCommit.run();
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
            rollbacks += current().ended ? 0 : 1;
            end(false);
        }
    }

    private void end(boolean committed) {
        Open ended = current();
        open.remove(Thread.currentThread());
        ended(ended, committed);
    }

    private static void ended(Open open, boolean committed) {
        if (!open.ended) {
            open.ended = true;
            open.listeners.forEach(listener -> listener.ended(committed));
        }
    }

    /** Lets the transaction of this thread time out, as another thread does it. */
    void timeOut(TimeOut how) {
        Open late = current();
        Thread owner = Thread.currentThread();
        EngineFixture.inThread(() -> {
                    late.marked = true;
                    if (how == TimeOut.ROLLS_BACK_AND_LEAVES) {
                        open.remove(owner);
                    }
                    if (how != TimeOut.MARKS) {
                        rollbacks++;
                        ended(late, false);
                    }
                    return late;
                })
                .join();
    }

    @Override
    public void markForRollback() {
        if (markFault != null) {
            throw markFault;
        }
        current().marked = true;
    }

    @Override
    public boolean isMarkedForRollback() {
        return current().marked;
    }

    @Override
    public void onEnd(EndListener listener) {
        if (listenFault != null) {
            throw listenFault;
        }
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
