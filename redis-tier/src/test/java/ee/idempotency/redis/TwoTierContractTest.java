// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis;

import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.redis.internal.TestRedis;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Transactions;
import ee.idempotency.store.Stores;
import ee.idempotency.tck.IdempotencyStoreContract;
import ee.idempotency.tck.Requirement;
import ee.idempotency.tck.StoreUnderTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import redis.clients.jedis.JedisPooled;

/** Two nodes, each with a client of its own, on one Redis in front of one store in memory. */
@Requirement("S4")
@Tag("all")
class TwoTierContractTest extends IdempotencyStoreContract {

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

        private volatile Duration passed = Duration.ZERO;
        private final IdempotencyStore durable = new InMemoryIdempotencyStore(
                () -> Instant.now().plus(passed), InMemoryIdempotencyStore.DEFAULT_CAPACITY);
        private final IdempotencyStore node = node(client);
        private final IdempotencyStore other = node(otherClient);

        private IdempotencyStore node(JedisPooled of) {
            return Stores.twoTier(new RedisHotTier(of, "hot", Duration.ofSeconds(1)), durable, Transactions.NONE);
        }

        @Override
        public IdempotencyStore store() {
            return node;
        }

        @Override
        public IdempotencyStore otherNode() {
            return other;
        }

        @Override
        public boolean ownersClaimAgain() {
            return false;
        }

        @Override
        public void advance(Duration time) {
            passed = passed.plus(time);
            TestRedis.advance(client, time.toMillis());
        }
    }
}
