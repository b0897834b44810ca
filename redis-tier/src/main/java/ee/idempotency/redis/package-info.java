// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** Records in Redis: a store of its own, {@link ee.idempotency.redis.RedisIdempotencyStore}. */
@NullMarked
package ee.idempotency.redis;

import org.jspecify.annotations.NullMarked;
