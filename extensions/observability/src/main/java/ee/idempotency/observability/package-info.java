// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Lets operators see what the engine does: one optional jar, whose bindings switch themselves on where the server has the API.
 * Applications need nothing of it but its settings, {@code idempotency.metrics} and {@code idempotency.health}.
 *
 * <p>Its events reach beans of the application, too:
 *
 * <pre>{@code
 * void alert(@ObservesAsync IdempotencyEvent.LeaseLost lost) { ... }
 * }</pre>
 */
@NullMarked
package ee.idempotency.observability;


import org.jspecify.annotations.NullMarked;
