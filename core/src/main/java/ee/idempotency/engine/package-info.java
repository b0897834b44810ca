// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The engine: the one place that decides whether an operation runs, is replayed or is refused. Adapters (the HTTP
 * filter, the interceptor) call it; it calls the store.
 */
@NullMarked
package ee.idempotency.engine;

import org.jspecify.annotations.NullMarked;
