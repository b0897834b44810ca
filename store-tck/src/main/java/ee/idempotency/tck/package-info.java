// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The contract kit: what every store must pass. Extend {@code IdempotencyStoreContract} and run it.
 *
 * <p>Green means that it is a store:
 *
 * <pre>{@code
 * class OurStoreTest extends IdempotencyStoreContract {
 *
 *     protected StoreUnderTest createStore() {
 *         return new OurStoreUnderTest();
 *     }
 * }
 * }</pre>
 */
@NullMarked
package ee.idempotency.tck;

import org.jspecify.annotations.NullMarked;
