// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ee.idempotency.StoreUnavailableException;
import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.redis.internal.TestRedis;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Transactions;
import ee.idempotency.store.Stores;
import ee.idempotency.tck.Requirement;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.JedisPooled;

/** Two nodes on one durable store, with a Redis in front that fails while they work. */
@Requirement("S4")
@Tag("all")
class RedisFaultsTest {

    private final TestRedis redis = new TestRedis();
    private final IdempotencyStore durable = new InMemoryIdempotencyStore(InstantSource.system(), 100_000);
    private final Witness witness = new Witness();
    private JedisPooled client;
    private RedisHotTier hot;
    private IdempotencyStore node;
    private JedisPooled otherClient;
    private IdempotencyStore otherNode;

    @BeforeEach
    void open() {
        client = redis.client(200);
        otherClient = redis.client(200);
        hot = new RedisHotTier(client, "hot", Duration.ofMillis(300));
        node = Stores.twoTier(hot, durable, Transactions.NONE);
        otherNode = Stores.twoTier(
                new RedisHotTier(otherClient, "hot", Duration.ofMillis(300)), durable, Transactions.NONE);
    }

    @AfterEach
    void close() {
        client.close();
        otherClient.close();
        redis.close();
    }

    @Test
    void noEffectIsDuplicatedWhenRedisIsKilledAndComesBackEmpty() throws Exception {
        new Load(witness, node, otherNode).run(redis::kill, redis::start);
    }

    @Test
    void noEffectIsDuplicatedWhileRedisHangs() throws Exception {
        new Load(witness, node, otherNode).run(redis::pause, redis::resume);
    }

    @Test
    void noEffectIsDuplicatedWhenRedisIsFlushed() throws Exception {
        new Load(witness, node, otherNode).run(client::flushAll, client::flushAll);
    }

    @Test
    void noEffectIsDuplicatedWhenOneNodeIsCutOffFromRedis() throws Exception {
        new Load(witness, node, otherNode).run(otherClient::close, () -> {});
    }

    @Test
    @Requirement("H7")
    void redisThatHangsDoesNotCostEveryRequestATimeOut() {
        redis.pause();
        long before = System.nanoTime();
        for (int request = 0; request < 200; request++) {
            witness.send(node, "k" + request);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - before);

        assertThat(took)
                .as("200 requests of two calls each, at 200 ms a time-out 80 s")
                .isLessThan(Duration.ofSeconds(20));
        assertThat(hot.isResting()).isTrue();
        redis.resume();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            node.claim(Witness.request("probe"));
            assertThat(hot.isResting()).isFalse();
        });
    }

    @Test
    void coldMissReadsTheDurableTierAndWarmsRedis() {
        witness.send(node, "k");
        client.flushAll();

        witness.send(node, "k");

        assertThat(client.keys("*:record:*")).hasSize(1);
        ClaimRequest repeat = Witness.request("k");
        durable.delete(repeat.recordKey());
        assertThat(node.claim(repeat)).as("from Redis alone").isInstanceOf(Claim.Completed.class);
    }

    @Test
    void keyIsFreeAgainAtOnceWhenItsRecordIsDeleted() {
        witness.send(node, "k");

        assertThat(node.delete(Witness.request("k").recordKey())).isTrue();

        assertThat(otherNode.claim(Witness.request("k"))).isInstanceOf(Claim.Acquired.class);
    }

    @Test
    void deletionThatRedisMayNotHaveHeardOfIsNotReportedAsDone() {
        witness.send(node, "k");
        redis.kill();

        assertThatThrownBy(() -> node.delete(Witness.request("k").recordKey()))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(durable.lookup(Witness.request("k").recordKey())).isEmpty();
    }

    @Test
    void operationThatRunsIsAnsweredByRedisAloneForASecondAndThenAskedFor() {
        ClaimRequest running = Witness.request("k");
        node.claim(running);
        durable.delete(running.recordKey());
        assertThat(otherNode.claim(running.withNewOwner())).isInstanceOf(Claim.InProgress.class);

        TestRedis.advance(client, RedisHotTier.TRUST.toMillis());

        assertThat(otherNode.claim(running.withNewOwner())).isInstanceOf(Claim.Acquired.class);
    }

    @Test
    void whatWasReadBeforeADeletionIsNotKeptAfterIt() {
        witness.send(node, "k");
        client.flushAll();
        ClaimRequest repeat = Witness.request("k");
        IdempotencyStore slow = (IdempotencyStore) Proxy.newProxyInstance(
                IdempotencyStore.class.getClassLoader(),
                new Class<?>[] {IdempotencyStore.class},
                (proxy, verb, given) -> {
                    Object answer = verb.invoke(durable, given);
                    if (verb.getName().equals("claim")) {
                        otherNode.delete(repeat.recordKey()); // between the durable claim and what is made of it
                    }
                    return answer;
                });

        Claim read = Stores.twoTier(hot, slow, Transactions.NONE).claim(repeat);

        assertThat(read).isInstanceOf(Claim.Completed.class);
        assertThat(node.claim(repeat.withNewOwner())).isInstanceOf(Claim.Acquired.class);
    }
}
