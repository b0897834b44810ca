// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import java.util.Optional;

/**
 * A place where an adapter keeps the claim of the current call other than the thread, such as the HTTP request. Found
 * with {@link java.util.ServiceLoader}. Thread-safe; never throws.
 */
@FunctionalInterface
public interface ActiveClaimSource {

    /** The claim of the current call, if this place has one. */
    Optional<ActiveClaim> find();

    /** A protected call has returned: its answer came from the store, or else it ran. */
    default void answered(boolean replayed) {}
}
