// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.spi.RecordKey;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;

/**
 * How many calls of this node may wait for others, altogether and for one key: each holds a thread of the server. Thread-safe.
 */
final class WaitPermits {

    private final Semaphore all;
    private final int perKey;
    private final ConcurrentMap<RecordKey, Integer> waiting = new ConcurrentHashMap<>();

    WaitPermits(int all, int perKey) {
        this.all = new Semaphore(all);
        this.perKey = perKey;
    }

    /** The permit of one call, which it may need or not, once for all its waits. */
    Permit of(RecordKey recordKey) {
        return new Permit(this, recordKey);
    }

    private boolean acquire(RecordKey recordKey) {
        if (!all.tryAcquire()) {
            return false;
        }
        boolean[] granted = new boolean[1];
        waiting.compute(recordKey, (key, others) -> {
            int before = others == null ? 0 : others;
            granted[0] = before < perKey;
            return granted[0] ? Integer.valueOf(before + 1) : others;
        });
        if (!granted[0]) {
            all.release();
        }
        return granted[0];
    }

    private void release(RecordKey recordKey) {
        waiting.computeIfPresent(recordKey, (key, others) -> others == 1 ? null : others - 1);
        all.release();
    }

    /** Used by the thread of its call only. */
    static final class Permit implements AutoCloseable {

        private final WaitPermits permits;
        private final RecordKey recordKey;
        private boolean held;

        private Permit(WaitPermits permits, RecordKey recordKey) {
            this.permits = permits;
            this.recordKey = recordKey;
        }

        /** Whether the call may wait; it may again without another permit. */
        boolean acquire() {
            held = held || permits.acquire(recordKey);
            return held;
        }

        @Override
        public void close() {
            if (held) {
                held = false;
                permits.release(recordKey);
            }
        }
    }
}
