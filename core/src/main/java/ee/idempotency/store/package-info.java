// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Stores made of stores: {@link ee.idempotency.store.Stores}, {@link ee.idempotency.store.ForwardingStore}.
 *
 * <p>A store of two simpler things, in a namespace of the application:
 *
 * <pre>{@code
 * IdempotencyStore store = Stores.locked(values, locks);
 * IdempotencyStore ours = Stores.namespaced("payments", store);
 * }</pre>
 */
@NullMarked
package ee.idempotency.store;

import org.jspecify.annotations.NullMarked;
