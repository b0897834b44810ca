// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * For callers of endpoints that take an {@code Idempotency-Key}: a filter for clients of Jakarta REST and MicroProfile Rest
 * Client that makes keys and keeps them across retries.
 *
 * <pre>{@code
 * @RegisterRestClient
 * @RegisterProvider(IdempotencyKeyFilter.class)
 * @RegisterProvider(AnswerMapper.class)
 * interface Payments {
 *     @POST
 *     @Retry(retryOn = RetryableAnswerException.class)
 *     Receipt pay(Order order);
 * }
 *
 * Receipt receipt = IdempotentCalls.call(order.key(), () -> payments.pay(order));
 * }</pre>
 */
@NullMarked
package ee.idempotency.client;

import org.jspecify.annotations.NullMarked;
