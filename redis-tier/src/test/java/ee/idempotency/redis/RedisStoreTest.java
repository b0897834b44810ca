// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis;

import ee.idempotency.redis.internal.TestRedis;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.tck.IdempotencyStoreContract;
import ee.idempotency.tck.Requirement;
import ee.idempotency.tck.StoreUnderTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import redis.clients.jedis.JedisPooled;

@Requirement("S3")
@Requirement("S7")
@Tag("all")
class RedisStoreTest extends IdempotencyStoreContract {

    private static TestRedis redis;
    private static JedisPooled client;
    private static JedisPooled otherClient;

    @BeforeAll
    static void start() {
        redis = new TestRedis();
        client = redis.client(5000);
        otherClient = redis.client(5000);
    }

    @AfterAll
    static void stop() {
        client.close();
        otherClient.close();
        redis.close();
    }

    @Override
    protected StoreUnderTest createStore() {
        client.flushAll();
        return new TwoNodes();
    }

    private static final class TwoNodes implements StoreUnderTest {

        private final IdempotencyStore node = new RedisIdempotencyStore(client, "test");
        private final IdempotencyStore other = new RedisIdempotencyStore(otherClient, "test");

        @Override
        public IdempotencyStore store() {
            return node;
        }

        @Override
        public IdempotencyStore otherNode() {
            return other;
        }

        @Override
        public void advance(Duration time) {
            TestRedis.advance(client, time.toMillis());
        }
    }
}
