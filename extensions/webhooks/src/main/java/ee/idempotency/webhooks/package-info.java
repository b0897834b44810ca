// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Webhooks: which sender signs the requests of a resource method, and by which scheme.
 *
 * <p>A resource method that only a known sender reaches:
 *
 * <pre>{@code
 * @POST
 * @SignedWebhook("payments")
 * @IdempotentOperation(name = "payment-event", keyPointer = "/id")
 * public Response received(String event) { ... }
 * }</pre>
 */
@NullMarked
package ee.idempotency.webhooks;

import org.jspecify.annotations.NullMarked;
