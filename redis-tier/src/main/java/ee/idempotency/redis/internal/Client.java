// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis.internal;

import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.UnifiedJedis;

/** Where a client of Redis comes from, and how it is made to connect again. Thread-safe. */
@FunctionalInterface
public interface Client {

    /**
     * The open client.
     *
     * @throws redis.clients.jedis.exceptions.JedisException if there is none at the moment
     */
    UnifiedJedis get();

    /**
     * Gives up the connections of a client whose server is gone or will not serve: the next call connects again, by the
     * address, behind which there may be another server by now. Connections in use are given up when their own call fails.
     *
     * @param left what {@link #get} returned
     */
    default void leave(UnifiedJedis left) {
        if (left instanceof JedisPooled pooled) {
            pooled.getPool().clear();
        }
    }
}
