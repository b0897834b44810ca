// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ee.idempotency.redis.internal.HotTierSettings;
import ee.idempotency.redis.internal.TestRedis;
import ee.idempotency.settings.SettingsReader;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.HotTier;
import ee.idempotency.spi.HotTier.Mark;
import ee.idempotency.spi.HotTier.Reply;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.tck.Requirement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisCluster;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.exceptions.JedisDataException;

/** Every verb on a server in cluster mode. The hot tier keeps quiet about failures, so it is judged by what it did. */
@Requirement("S3")
@Tag("all")
class RedisClusterTest {

    private static final Outcome.Completed ANSWER = new Outcome.Completed(200, List.of(), Bytes.of(new byte[100]));
    private static final Outcome.Failed FAILURE = new Outcome.Failed("declined", "no");
    private static final Duration DAYS = Duration.ofDays(2);

    private static TestRedis redis;
    private static JedisPooled client;

    @BeforeAll
    static void start(@TempDir Path directory) {
        redis = TestRedis.cluster(directory);
        client = redis.client(5000);
    }

    @AfterAll
    static void stop() {
        client.close();
        redis.close();
    }

    private static SettingsReader settings(int port) {
        return new SettingsReader(Map.of(
                HotTierSettings.ADDRESS, "127.0.0.1:" + port,
                HotTierSettings.CLUSTER, "true",
                HotTierSettings.TIMEOUT, "PT5S",
                HotTierSettings.REST, "PT0.1S")::get);
    }

    private static HotTier open(int port) {
        return new RedisHotTierSource().open(settings(port)).orElseThrow();
    }

    private static Mark mark(Reply answer) {
        Mark mark = ((Reply.Ask) answer).mark();
        assertThat(mark).as("Redis left a mark").isNotNull();
        return mark;
    }

    @Test
    void serverIsOneThatRefusesScriptsAcrossSlots() {
        assertThatThrownBy(() -> client.eval("return 1", List.of("a", "b"), List.of()))
                .isInstanceOf(JedisDataException.class)
                .hasMessageContaining("CROSSSLOT");
    }

    @Test
    void everyVerbOfTheStoreWorks() {
        client.flushAll();
        try (JedisCluster cluster = new JedisCluster(new HostAndPort("127.0.0.1", redis.port()))) {
            RedisIdempotencyStore store = new RedisIdempotencyStore(cluster, "store");
            for (int number = 0; number < 50; number++) { // over many slots
                ClaimRequest request = Witness.request("k" + number);
                Ownership owner = ((Claim.Acquired) store.claim(request)).ownership();
                assertThat(store.renew(owner, request.lease(), request.retention()))
                        .isEqualTo(OwnerWrite.APPLIED);
                assertThat(store.settle(owner, number % 2 == 0 ? ANSWER : FAILURE))
                        .isEqualTo(OwnerWrite.APPLIED);
                assertThat(store.lookup(request.recordKey())).isPresent();
            }
            assertThat(store.claim(Witness.request("k0"))).isEqualTo(new Claim.Completed(ANSWER));
            assertThat(store.claim(Witness.request("k1"))).isEqualTo(new Claim.Failed(FAILURE));
            assertThat(store.delete(Witness.request("k0").recordKey())).isTrue();
            Claim.Acquired again = (Claim.Acquired) store.claim(Witness.request("k0"));
            assertThat(store.release(again.ownership())).isEqualTo(OwnerWrite.APPLIED);

            TestRedis.advance(client, DAYS.toMillis());
            assertThat(store.sweep(1000)).isEqualTo(49);
            assertThat(client.keys("*")).isEmpty();
        }
    }

    @Test
    void everyVerbOfTheHotTierWorksThroughTheSetting() {
        client.flushAll();
        try (HotTier hot = open(redis.port())) {
            for (int number = 0; number < 50; number++) {
                ClaimRequest request = Witness.request("k" + number);
                Mark mark = mark(hot.claim(request));
                hot.renew(mark, request.lease().multipliedBy(3), request.retention());
                Claim running = ((Reply.Known) hot.claim(request.withNewOwner())).claim();
                assertThat(((Claim.InProgress) running).leaseRemaining())
                        .isGreaterThan(request.lease().multipliedBy(2));
                hot.keep(mark, ANSWER);
                assertThat(hot.claim(request.withNewOwner()))
                        .isEqualTo(new Reply.Known(new Claim.Completed(ANSWER), request.fingerprint()));
            }
            ClaimRequest request = Witness.request("k0");
            assertThat(hot.forget(request.recordKey())).isTrue();
            hot.drop(mark(hot.claim(request)));
            hot.warm(mark(hot.claim(request.withNewOwner())), FAILURE);
            assertThat(hot.claim(request.withNewOwner()))
                    .isEqualTo(new Reply.Known(new Claim.Failed(FAILURE), request.fingerprint()));

            TestRedis.advance(client, DAYS.toMillis());
            hot.sweep(1000);
            assertThat(client.keys("*")).isEmpty();
        }
    }

    @Test
    @Requirement("H7")
    void deadClusterDoesNotKeepTheTierFromOpeningAndIsUsedOnceItIsThere() {
        redis.kill();
        try (HotTier hot = open(redis.port())) {
            assertThat(hot.claim(Witness.request("meanwhile"))).isEqualTo(new Reply.Ask(null));

            redis.start(); // it has its slots from its directory

            await().untilAsserted(() -> mark(hot.claim(Witness.request("k"))));
        }
    }
}
