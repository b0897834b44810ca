// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ee.idempotency.it.Carrier;
import ee.idempotency.it.Wars;
import ee.idempotency.redis.internal.TestRedis;
import ee.idempotency.tck.Requirement;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.exceptions.JedisException;

/**
 * A node with Redis in front of PostgreSQL, switched on by a setting; its transactions are the container's.
 */
@Order(OtherWars.ORDER)
@Tag("one-database")
@ExtendWith(OtherWars.class)
@Requirement("S4")
class RedisTierIT {

    private static final TestRedis REDIS = new TestRedis();
    private static final JedisPooled CLIENT = REDIS.client(10_000);

    private final OneNode.Running node;

    RedisTierIT(Carrier carrier) {
        node = new OneNode.Running(carrier, "");
    }

    static WebArchive war() {
        return OneNode.war(
                "redis.war",
                Wars.example(),
                Map.of(
                        "idempotency.hot-tier.address", "127.0.0.1:" + REDIS.port(),
                        "idempotency.hot-tier.timeout",
                                "PT10S", // a dead Redis refuses at once; a busy machine is not dead
                        "idempotency.hot-tier.rest", "PT0.2S"));
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        REDIS.close();
    }

    @BeforeEach
    void empty() {
        CLIENT.flushAll();
    }

    /** The states of all records in Redis: P in progress, C completed. */
    private static List<String> inRedis() {
        return CLIENT.keys("*:record:*").stream()
                .map(key -> CLIENT.hget(key, "state"))
                .toList();
    }

    private static HttpResponse<String> run(Trial trial) {
        HttpResponse<String> first = trial.post("effect");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(Trial.isReplay(first)).isFalse();
        return first;
    }

    private static void assertReplay(Trial trial, HttpResponse<String> first) {
        HttpResponse<String> repeat = trial.post("effect");
        assertThat(Trial.isReplay(repeat)).isTrue();
        assertThat(repeat.statusCode()).isEqualTo(first.statusCode());
        assertThat(repeat.body()).isEqualTo(first.body());
        assertThat(repeat.headers().firstValue("Content-Type"))
                .isEqualTo(first.headers().firstValue("Content-Type"));
        assertThat(trial.effects()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"independent", "joined", "one-commit"})
    void replayIsAnsweredByRedisWithoutAnyStatement(String mode) throws Exception {
        Trial trial = new Trial(node, mode);
        try (StatementLog log = new StatementLog()) {
            log.read();
            HttpResponse<String> first = run(trial);
            assertThat(log.read())
                    .as("what the first call asked the database")
                    .filteredOn(StatementLog.Entry::isWork)
                    .hasSize(3);
            assertThat(inRedis()).containsExactly("C");

            assertThat(Trial.isReplay(trial.post("effect"))).isTrue();

            assertThat(log.read()).as("what the repeat asked the database").isEmpty();
            assertReplay(trial, first);
        }
        assertThat(trial.state()).as("the durable record").isEqualTo("[COMPLETED]");
    }

    @ParameterizedTest
    @Requirement("X2")
    @Requirement("X3")
    @ValueSource(strings = {"joined", "one-commit"})
    void outcomeIsInRedisOnceTheContainerHasCommitted(String mode) {
        Trial trial = new Trial(node, mode);
        String gate = "redis-" + UUID.randomUUID();
        CompletableFuture<HttpResponse<String>> first = trial.later("commit-gate/" + gate, trial.work);
        trial.awaitReached(gate);
        assertThat(inRedis()).as("in the commit").containsExactly("P");

        trial.open(gate);

        assertThat(first.join().statusCode()).isEqualTo(200);
        assertThat(inRedis()).containsExactly("C");
    }

    @ParameterizedTest
    @Requirement("X2")
    @Requirement("X3")
    @ValueSource(strings = {"joined", "one-commit"})
    void nothingIsInRedisOnceTheContainerHasRolledBack(String mode) {
        Trial trial = new Trial(node, mode);
        assertThat(trial.post("commit/flush", "X-Status", "200").statusCode()).isEqualTo(500);

        assertThat(inRedis()).isEmpty();
        trial.assertUndone();
    }

    @ParameterizedTest
    @ValueSource(strings = {"independent", "joined", "one-commit"})
    void replayGoesOnWhenRedisIsFlushed(String mode) {
        Trial trial = new Trial(node, mode);
        HttpResponse<String> first = run(trial);
        CLIENT.flushAll();

        assertReplay(trial, first);
    }

    @Test
    @Requirement("H7")
    void chargesAndReplaysGoOnWhenRedisIsKilledAndItIsUsedAgainWhenItIsBack() {
        List<String> modes = List.of("independent", "joined", "one-commit");
        List<Trial> trials = modes.stream().map(mode -> new Trial(node, mode)).toList();
        List<HttpResponse<String>> before =
                trials.stream().map(RedisTierIT::run).toList();
        REDIS.kill();
        try {
            for (int number = 0; number < modes.size(); number++) {
                assertReplay(trials.get(number), before.get(number));
                Trial fresh = new Trial(node, modes.get(number));
                assertReplay(fresh, run(fresh));
            }
            await().until(() -> node.log().contains("IDEM-0701 Redis does not serve"));
        } finally {
            REDIS.start();
        }
        await().ignoreExceptionsInstanceOf(JedisException.class).untilAsserted(() -> {
            assertReplay(trials.get(0), before.get(0));
            assertThat(inRedis()).as("warmed by a repeat").containsExactly("C");
        });
    }
}
