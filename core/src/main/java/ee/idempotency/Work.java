// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * What an operation does.
 *
 * @param <T> its result
 * @param <X> what it may throw; a lambda that throws nothing checked has {@code RuntimeException} here
 */
@FunctionalInterface
public interface Work<T extends @Nullable Object, X extends Exception> {

    /** Runs the operation. */
    T call() throws X;
}
