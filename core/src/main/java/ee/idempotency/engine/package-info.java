// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The engine: the one place that decides whether an operation runs, is replayed or is refused. Adapters (the HTTP
 * filter, the interceptor) call it; it calls the store.
 *
 * <p>An adapter begins, and runs the work unless there is an outcome:
 *
 * <pre>{@code
 * BeginResult begun = engine.begin(binding, fingerprint, options);
 * if (begun instanceof BeginResult.Replay replay) {
 *     return replay.outcome();
 * }
 * }</pre>
 */
@NullMarked
package ee.idempotency.engine;

import org.jspecify.annotations.NullMarked;
