// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.OutcomeNotRetainedException;
import org.jspecify.annotations.Nullable;

/** Answers a repeat whose outcome was not retained by reading what the first call has left. */
@FunctionalInterface
public interface Rereading<X extends Exception> {

    /**
     * The state of today; changes nothing.
     *
     * @param notRetained what the repeat gets otherwise
     */
    @Nullable
    Object reread(OutcomeNotRetainedException notRetained) throws X;
}
