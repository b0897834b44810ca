// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The in-memory store: one node, bounded, for tests and for services that may forget on restart.
 *
 * <p>For tests without a database:
 *
 * <pre>{@code
 * IdempotencyStore store = new InMemoryIdempotencyStore(InstantSource.system(), InMemoryIdempotencyStore.DEFAULT_CAPACITY);
 * }</pre>
 */
@NullMarked
package ee.idempotency.memory;

import org.jspecify.annotations.NullMarked;
