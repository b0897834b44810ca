// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.client;

import ee.idempotency.Work;
import ee.idempotency.client.internal.KeySource;
import ee.idempotency.client.internal.Scopes;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the key of a request across its retries: what runs within {@code call} and sends a request through
 * {@link IdempotencyKeyFilter} sends the same key each time. Open it around the retries, in the bean that calls, not in
 * the client's interface: there an interceptor may run once for each retry (seen on Open Liberty).
 *
 * <p>It holds for the calling thread. A call that goes on in another thread ({@code @Asynchronous}) must pass the header
 * itself: a parameter {@code @HeaderParam("Idempotency-Key")}. Scopes may be nested; the innermost counts. All methods
 * are thread-safe.
 */
public final class IdempotentCalls {

    /** What fits the header as it is, and the keys of any server: draft-ietf-httpapi-idempotency-key-header-07, section 2.1. */
    private static final Pattern KEY = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,255}");

    private IdempotentCalls() {}

    /**
     * Runs the work, whose requests send {@code key}: one that the caller keeps with what it is about to do, so that it is the
     * same after a crash.
     *
     * @param key 1 to 255 visible ASCII characters without double quotes and backslashes
     * @return what the work returns
     * @throws IllegalArgumentException if the key breaks these rules; nothing ran
     * @throws X what the work throws
     */
    public static <T extends @Nullable Object, X extends Exception> T call(String key, Work<T, X> work) throws X {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "A key for a header has 1 to 255 visible ASCII characters, none of them a"
                            + " double quote or backslash; this one has " + key.length() + " characters");
        }
        return Scopes.within(KeySource.of(key), work);
    }

    /**
     * Runs the work, whose requests send random keys that last as long as this call: equal method and address have the same,
     * whatever the body. Two requests of one scope that differ in their bodies alone are refused by the server (422
     * {@code key-reused}): open a scope for each. Within a claim of this library the keys follow from the claim instead.
     *
     * @return what the work returns
     * @throws X what the work throws
     */
    public static <T extends @Nullable Object, X extends Exception> T call(Work<T, X> work) throws X {
        return Scopes.within(KeySource.random(), work);
    }
}
