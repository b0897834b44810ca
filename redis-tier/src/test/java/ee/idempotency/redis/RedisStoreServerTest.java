// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.DamagedRecordException;
import ee.idempotency.Fingerprint;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.redis.internal.TestRedis;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.tck.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.util.JedisClusterCRC16;

/** What the server sees of the store, and what the store makes of the server's faults. */
@Requirement("S3")
@Tag("all")
class RedisStoreServerTest {

    private static final Outcome.Completed ANSWER = new Outcome.Completed(200, List.of(), Bytes.EMPTY);

    private final TestRedis redis = new TestRedis();
    private JedisPooled client;
    private RedisIdempotencyStore store;

    @BeforeEach
    void open() {
        client = redis.client(500);
        store = new RedisIdempotencyStore(client, "test");
    }

    @AfterEach
    void close() {
        client.close();
        redis.close();
    }

    private static ClaimRequest request(String key) {
        return ClaimRequest.of(
                new Binding("tenant", "charge", "alice", key),
                Fingerprint.none(),
                UUID.randomUUID(),
                Duration.ofMinutes(1),
                Duration.ofDays(1),
                OnLeaseLost.TAKE_OVER);
    }

    private Ownership acquire(ClaimRequest request) {
        return ((Claim.Acquired) store.claim(request)).ownership();
    }

    @Test
    void everyVerbIsOneRoundTrip() {
        acquire(request("loads the scripts"));
        client.sendCommand(() -> bytes("CONFIG"), "RESETSTAT");
        ClaimRequest first = request("counted");

        assertThat(store.claim(first.withNewOwner())).isInstanceOf(Claim.Acquired.class);
        assertThat(store.claim(first.withNewOwner())).isInstanceOf(Claim.InProgress.class);

        String statistics = client.info("commandstats");
        assertThat(statistics).contains("cmdstat_evalsha:calls=2,");
        assertThat(statistics).doesNotContain("cmdstat_eval:");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    @Test
    void scriptsThatTheServerForgotAreSentAgain() {
        Ownership owner = acquire(request("k"));
        client.scriptFlush("any");

        assertThat(store.complete(owner, ANSWER)).isEqualTo(OwnerWrite.APPLIED);
    }

    @Test
    @Requirement("H2")
    void headersAreStoredAsTextAndWhatNobodyStoredIsDamage() {
        ClaimRequest request = request("headers");
        List<Header> headers = List.of(new Header("Content-Type", "text/plain"), new Header("Link", "</a>; x=\": \""));
        store.complete(acquire(request), new Outcome.Completed(200, headers, null));
        String record = client.keys("*:record:*").iterator().next();

        assertThat(client.hget(record, "headers")).isEqualTo("Content-Type: text/plain\nLink: </a>; x=\": \"");
        client.hset(record, "headers", "no name");
        assertThatThrownBy(() -> store.claim(request.withNewOwner()))
                .isInstanceOf(DamagedRecordException.class)
                .hasMessageContaining("one of its header lines is none");
    }

    @Test
    void keysOfARecordAreInOneSlotAndTellNoClientsKey() {
        for (int number = 0; number < 200; number++) {
            acquire(request("secret-" + number));
        }
        Set<String> keys = client.keys("*");

        assertThat(keys).noneMatch(key -> key.contains("secret"));
        Set<Integer> recordSlots = slots(keys, ":record:");
        assertThat(slots(keys, ":due"))
                .as("each index is where its records are")
                .isEqualTo(recordSlots);
        assertThat(recordSlots).as("spread").hasSizeGreaterThan(32);
    }

    private static Set<Integer> slots(Set<String> keys, String part) {
        return keys.stream()
                .filter(key -> key.contains(part))
                .map(JedisClusterCRC16::getSlot)
                .collect(Collectors.toSet());
    }

    @Test
    @Requirement("S8")
    void storesOfDifferentSpacesDoNotSeeEachOther() {
        RedisIdempotencyStore other = new RedisIdempotencyStore(client, "other");
        ClaimRequest request = request("k");
        acquire(request);

        assertThat(other.lookup(request.recordKey())).isEmpty();
        assertThat(other.claim(request.withNewOwner())).isInstanceOf(Claim.Acquired.class);
        assertThat(other.delete(request.recordKey())).isTrue();
        assertThat(store.lookup(request.recordKey())).isPresent();
    }

    @Test
    void serverRemovesWhatNobodySweepsButNoUnresolvedClaim() {
        ClaimRequest usual = request("usual");
        acquire(usual);
        ClaimRequest never = ClaimRequest.of(
                new Binding("tenant", "charge", "alice", "never"),
                Fingerprint.none(),
                UUID.randomUUID(),
                Duration.ofMinutes(1),
                Duration.ofDays(1),
                OnLeaseLost.NEVER_RE_EXECUTE);
        Ownership silent = acquire(never);

        assertThat(client.pttl(keyOf(usual))).isBetween(millis(7), millis(9));
        assertThat(client.pttl(keyOf(never))).isEqualTo(-1);
        assertThat(store.complete(silent, ANSWER)).isEqualTo(OwnerWrite.APPLIED);
        assertThat(client.pttl(keyOf(never))).isBetween(millis(7), millis(9));
    }

    private static long millis(int days) {
        return Duration.ofDays(days).toMillis();
    }

    private String keyOf(ClaimRequest request) {
        return client.keys("*" + request.recordKey().value()).iterator().next();
    }

    @Test
    void restartedServerIsUsedAtOnce() {
        acquire(request("before"));
        redis.kill();
        redis.start();

        acquire(request("after"));
    }

    @Test
    @Requirement("H7")
    void deadOrHangingServerIsReportedAsUnavailableWithinItsTimeOut() {
        acquire(request("before"));
        redis.pause();
        long before = System.nanoTime();
        assertUnavailable();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        redis.resume();
        acquire(request("between"));

        redis.kill();
        assertUnavailable();
    }

    private void assertUnavailable() {
        ClaimRequest request = request("unanswered");
        assertThatThrownBy(() -> store.claim(request)).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    @Requirement("X2")
    void takesPartInNoTransaction() {
        assertThat(store.transactional()).isEmpty();
    }
}
