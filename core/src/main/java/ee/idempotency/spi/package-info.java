// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The contract between the engine and a store, and the other points where the library can be extended. Stores depend
 * on this package; they never depend on an adapter.
 *
 * <p>A bean of one of these types is found by itself:
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class Takeovers implements IdempotencyListener {
 *
 *     private final LongAdder takeovers = new LongAdder();
 *
 *     public void on(IdempotencyEvent event) {
 *         if (event instanceof IdempotencyEvent.Claimed claimed && claimed.takeover()) {
 *             takeovers.increment();
 *         }
 *     }
 * }
 * }</pre>
 */
@NullMarked
package ee.idempotency.spi;

import org.jspecify.annotations.NullMarked;
