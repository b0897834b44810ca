// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What users of the library write against: {@link ee.idempotency.IdempotentOperation} on endpoints and bean methods,
 * {@link ee.idempotency.Idempotency} by hand, {@link ee.idempotency.IdempotencyKey} for keys, and the exceptions under
 * {@link ee.idempotency.IdempotencyException}.
 */
@NullMarked
package ee.idempotency;

import org.jspecify.annotations.NullMarked;
