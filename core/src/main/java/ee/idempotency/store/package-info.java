// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** Stores made of stores: {@link ee.idempotency.store.Stores}, {@link ee.idempotency.store.ForwardingStore}. */
@NullMarked
package ee.idempotency.store;

import org.jspecify.annotations.NullMarked;
