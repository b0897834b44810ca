// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

/**
 * Idempotency by hand, for workers, batches and loops; injectable. Thread-safe.
 *
 * <pre>{@code
 * Receipt receipt = idempotency.operation("charge").key(orderId).fingerprint(request)
 *         .execute(Receipt.class, () -> gateway.charge(request));
 * }</pre>
 */
public interface Idempotency {

    /**
     * Starts to describe a call of an operation.
     *
     * @param name the operation's stable name, 1 to 255 characters; part of every stored key
     */
    IdempotentCall operation(String name);
}
