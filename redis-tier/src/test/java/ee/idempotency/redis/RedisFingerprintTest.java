// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ee.idempotency.Fingerprint;
import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.redis.internal.TestRedis;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.Transactions;
import ee.idempotency.store.Stores;
import ee.idempotency.tck.Requirement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.JedisPooled;

/**
 * While the way of making fingerprints changes, a repeat brings two: its own by the new way, which two payloads may share, and
 * the old one, by which they differ. The record was claimed with the old one; in no tier may the new one take its place.
 */
@Tag("all")
@Requirement("C14")
@Requirement("K6")
@Requirement("S5")
class RedisFingerprintTest {

    private static final Fingerprint NEW_WAY = Fingerprint.of(new byte[] {1});
    private static final Fingerprint FIRST = Fingerprint.of(new byte[] {2});
    private static final Fingerprint OTHER = Fingerprint.of(new byte[] {3});

    private final TestRedis redis = new TestRedis();
    private final IdempotencyStore durable = new InMemoryIdempotencyStore(InstantSource.system(), 1000);
    private JedisPooled client;
    private IdempotencyStore node;

    @BeforeEach
    void open() {
        client = redis.client(5000);
        node = Stores.twoTier(
                new NearCache(
                        new RedisHotTier(client, "hot", Duration.ofSeconds(1)), 100, 1 << 20, Duration.ofMinutes(1)),
                durable,
                Transactions.NONE);
    }

    @AfterEach
    void close() {
        client.close();
        redis.close();
    }

    private static ClaimRequest request(Fingerprint own, Fingerprint... others) {
        ClaimRequest any = Witness.request("k");
        return new ClaimRequest(
                any.recordKey(),
                any.binding(),
                own,
                UUID.randomUUID(),
                any.lease(),
                any.retention(),
                any.onLeaseLost(),
                List.of(others));
    }

    private void runTheOldWay() {
        Claim.Acquired acquired = (Claim.Acquired) node.claim(request(FIRST));
        node.complete(acquired.ownership(), new Outcome.Completed(201, List.of(), Bytes.EMPTY));
    }

    private void assertOnlyTheFirstPayloadIsAnswered() {
        for (int round = 0; round < 3; round++) {
            assertThat(node.claim(request(NEW_WAY, FIRST))).isInstanceOf(Claim.Completed.class);
            assertThat(node.claim(request(NEW_WAY, OTHER))).isInstanceOf(Claim.KeyReused.class);
        }
    }

    @Test
    void nearCacheKeepsTheOneOfTheRecord() {
        runTheOldWay();

        assertOnlyTheFirstPayloadIsAnswered();
    }

    @Test
    void emptyRedisIsNotWarmedByARepeatWithTheOther() {
        runTheOldWay();
        client.flushAll();

        assertOnlyTheFirstPayloadIsAnswered();
    }

    @Test
    void takerDoesNotPutItsOwnInPlace() {
        ClaimRequest dead = request(FIRST);
        ClaimRequest brief = new ClaimRequest(
                dead.recordKey(),
                dead.binding(),
                FIRST,
                dead.ownerToken(),
                Duration.ofMillis(1),
                dead.retention(),
                dead.onLeaseLost(),
                List.of());
        durable.claim(brief);
        Claim taken = await().until(() -> node.claim(request(NEW_WAY, FIRST)), Claim.Acquired.class::isInstance);
        Claim.Acquired taker = (Claim.Acquired) taken;
        node.complete(taker.ownership(), new Outcome.Completed(201, List.of(), Bytes.EMPTY));

        assertOnlyTheFirstPayloadIsAnswered();
    }
}
