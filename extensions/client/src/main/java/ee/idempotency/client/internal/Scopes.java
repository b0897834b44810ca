// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.client.internal;

import ee.idempotency.Work;
import org.jspecify.annotations.Nullable;

/** The scope that the calling thread is in. Thread-safe: each thread has its own. */
public final class Scopes {

    private static final ThreadLocal<@Nullable KeySource> CURRENT = new ThreadLocal<>();

    private Scopes() {}

    /** Runs the work in a scope; afterwards, also after a throw, the thread is in the scope that it was in before. */
    public static <T extends @Nullable Object, X extends Exception> T within(KeySource source, Work<T, X> work)
            throws X {
        KeySource before = CURRENT.get();
        CURRENT.set(source);
        try {
            return work.call();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    static @Nullable KeySource current() {
        return CURRENT.get();
    }
}
