// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.redis.internal.TestRedis;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Transactions;
import ee.idempotency.store.Stores;
import ee.idempotency.tck.Requirement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.JedisPooled;

/** Two nodes on one durable store; between one of them and Redis only one direction works. */
@Requirement("S4")
@Tag("all")
class RedisPartitionTest {

    private static final int TIMEOUT_MILLIS = 200;
    private static final Duration REST = Duration.ofMillis(300);

    private final TestRedis redis = new TestRedis();
    private final HalfOpenLink link = new HalfOpenLink(redis.port());
    private final IdempotencyStore durable = new InMemoryIdempotencyStore(InstantSource.system(), 100_000);
    private final Witness witness = new Witness();
    private final JedisPooled client = TestRedis.client(link.port(), TIMEOUT_MILLIS);
    private final JedisPooled otherClient = redis.client(TIMEOUT_MILLIS);
    private final RedisHotTier hot = new RedisHotTier(client, "hot", REST);
    private final IdempotencyStore node = Stores.twoTier(hot, durable, Transactions.NONE);
    private final IdempotencyStore otherNode =
            Stores.twoTier(new RedisHotTier(otherClient, "hot", REST), durable, Transactions.NONE);

    @AfterEach
    void close() {
        client.close();
        otherClient.close();
        link.close();
        redis.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = HalfOpenLink.Lost.class,
            names = {"REQUESTS", "ANSWERS"})
    void noEffectIsDuplicatedWhileOneDirectionIsLost(HalfOpenLink.Lost direction) throws Exception {
        AtomicBoolean wasResting = new AtomicBoolean();

        new Load(witness, node, otherNode).run(() -> link.lose(direction), () -> {
            wasResting.set(hot.isResting());
            link.lose(HalfOpenLink.Lost.NOTHING);
        });

        assertThat(link.lostBytes()).as("what the network lost").isPositive();
        assertThat(wasResting).as("the node left Redis alone").isTrue();
        await().untilAsserted(() -> {
            node.claim(Witness.request("probe"));
            assertThat(hot.isResting()).isFalse();
        });
    }

    /** A second try would wait as long again. */
    @Test
    @Requirement("H7")
    void lostAnswerIsWaitedForOnceWhetherTheConnectionIsOldOrNew() {
        hot.claim(Witness.request("connects"));
        assertThat(link.connections()).isEqualTo(1);
        link.lose(HalfOpenLink.Lost.ANSWERS);

        hot.claim(Witness.request("on the old connection"));
        assertThat(link.connections()).isEqualTo(1);
        hot.claim(Witness.request("on a new one"));
        assertThat(link.connections()).isEqualTo(2);
    }
}
