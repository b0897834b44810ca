// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.client.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Until when the server keeps what it answered to a key, of the {@value #KEPT} keys used last. Thread-safe. */
public final class Lifetimes {

    private static final int KEPT = 1_000;

    private final Map<String, Instant> ends = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > KEPT;
        }
    };

    /** Remembers when a key is new again. */
    public synchronized void remember(String key, Instant end) {
        ends.put(key, end);
    }

    /** When a key is new again; null if no answer has said so. */
    public synchronized @Nullable Instant end(String key) {
        return ends.get(key);
    }
}
