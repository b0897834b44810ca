// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What users of the library write against: {@link ee.idempotency.IdempotentOperation} on endpoints and bean methods,
 * {@link ee.idempotency.Idempotency} by hand, {@link ee.idempotency.IdempotencyKey} for keys, and the exceptions under
 * {@link ee.idempotency.IdempotencyException}.
 *
 * <p>A method of a bean, once an order:
 *
 * <pre>{@code
 * @IdempotentOperation(name = "send-receipt", fingerprint = "to", retention = "P7D")
 * public Receipt send(@IdempotencyKeyPart String orderId, Recipient to) { ... }
 * }</pre>
 */
@NullMarked
package ee.idempotency;

import org.jspecify.annotations.NullMarked;
