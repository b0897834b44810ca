// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Idempotency over HTTP. Put the jar into a WAR: {@link ee.idempotency.jaxrs.IdempotencyFeature} is found by itself and
 * protects the resource methods that {@link ee.idempotency.IdempotentOperation} or {@code idempotency.http.protect} names.
 *
 * <p>Nothing else is needed:
 *
 * <pre>{@code
 * @POST
 * @IdempotentOperation(name = "create-order", mode = TransactionMode.ONE_COMMIT)
 * public Response create(OrderRequest request) { ... }
 * }</pre>
 */
@NullMarked
package ee.idempotency.jaxrs;

import org.jspecify.annotations.NullMarked;
