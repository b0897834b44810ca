// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Records in Redis: a store of its own, {@link ee.idempotency.redis.RedisIdempotencyStore}.
 *
 * <p>A store of its own, without a database:
 *
 * <pre>{@code
 * @Produces @ApplicationScoped
 * IdempotencyStore store() {
 *     return new RedisIdempotencyStore(new JedisPooled("redis.example", 6379), "payments");
 * }
 * }</pre>
 */
@NullMarked
package ee.idempotency.redis;

import org.jspecify.annotations.NullMarked;
