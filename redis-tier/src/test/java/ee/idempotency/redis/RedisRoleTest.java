// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ee.idempotency.redis.internal.TestRedis;
import ee.idempotency.spi.HotTier.Reply;
import ee.idempotency.tck.Requirement;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.JedisPooled;

/** One address, behind which another server serves from now on; the old one lives, keeps its connections and refuses. */
@Tag("all")
@Requirement("S10")
class RedisRoleTest {

    private final TestRedis old = new TestRedis();
    private final TestRedis next = new TestRedis();
    private final HalfOpenLink address = new HalfOpenLink(old.port());
    private final JedisPooled client = TestRedis.client(address.port(), 5000);
    private final RedisHotTier hot = new RedisHotTier(client, "hot", Duration.ofHours(1));

    @AfterEach
    void close() {
        client.close();
        address.close();
        old.close();
        next.close();
    }

    /** What makes the old server refuse scripts, in words that differ from server to server and from year to year. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "REPLICAOF 127.0.0.1 1", // READONLY
                "CONFIG SET replica-serve-stale-data no;REPLICAOF 127.0.0.1 1", // MASTERDOWN
                "ACL SETUSER default -@all +config", // NOPERM
                "CONFIG SET min-replicas-to-write 1" // NOREPLICAS
            })
    void serverThatRefusesIsLeftForTheOneBehindTheSameAddress(String commands) {
        assertMarks("before");
        int connections = address.connections();
        refuse(commands);
        address.leadTo(next.port());

        assertMarks("after");

        assertThat(hot.isResting()).isFalse();
        assertThat(address.connections()).isGreaterThan(connections);
        try (JedisPooled there = next.client(5000)) {
            assertThat(there.keys("*:record:*")).as("it went to the new server").hasSize(1);
        }
    }

    /** All connections of a busy pool are left, not only that of the call that noticed. */
    @Test
    void everyConnectionOfTheOldServerIsLeft() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            together(threads, "before");
            refuse("REPLICAOF 127.0.0.1 1");
            address.leadTo(next.port());

            await().untilAsserted(() -> together(threads, "after"));
        } finally {
            threads.shutdownNow();
        }
        assertThat(hot.isResting()).isFalse();
    }

    /** The address leads nowhere else: the tier rests, as for a server that is dead, and is back when it serves. */
    @Test
    @Requirement("H7")
    void serverThatRefusesAndIsAllThereIsRests() {
        RedisHotTier impatient = new RedisHotTier(client, "hot", Duration.ofMillis(50));
        impatient.claim(Witness.request("before"));
        refuse("CONFIG SET min-replicas-to-write 1");

        for (int call = 0; call < 3; call++) {
            assertThat(impatient.claim(Witness.request("refused"))).isEqualTo(new Reply.Ask(null));
        }
        assertThat(impatient.isResting()).isTrue();

        refuse("CONFIG SET min-replicas-to-write 0");
        await().untilAsserted(() -> {
            impatient.claim(Witness.request("back"));
            assertThat(impatient.isResting()).isFalse();
        });
    }

    private void together(ExecutorService threads, String key) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Reply>> claims = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            String own = key + number;
            claims.add(threads.submit(() -> {
                start.await();
                return hot.claim(Witness.request(own));
            }));
        }
        start.countDown();
        for (Future<Reply> claim : claims) {
            assertThat(claim.get()).isNotEqualTo(new Reply.Ask(null));
        }
    }

    private void assertMarks(String key) {
        assertThat(hot.claim(Witness.request(key)))
                .isInstanceOfSatisfying(
                        Reply.Ask.class,
                        ask -> assertThat(ask.mark()).as("Redis left a mark").isNotNull());
    }

    private void refuse(String commands) {
        try (JedisPooled there = old.client(5000)) {
            for (String command : commands.split(";", -1)) {
                String[] words = command.split(" ", 2);
                there.sendCommand(() -> words[0].getBytes(StandardCharsets.US_ASCII), words[1].split(" ", -1));
            }
        }
    }
}
