// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.Fingerprint;
import ee.idempotency.Retained;
import ee.idempotency.engine.BeginResult;
import ee.idempotency.engine.EngineEnvironment;
import ee.idempotency.engine.IdempotencyEngine;
import ee.idempotency.engine.OperationOptions;
import ee.idempotency.engine.ResultOutcomes;
import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.redis.internal.TestRedis;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.ResultCodec;
import ee.idempotency.spi.Transactions;
import ee.idempotency.store.Stores;
import ee.idempotency.tck.Requirement;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.JedisPooled;

/** Redis and the near cache, looked through for what an operation lets nobody store. */
@Tag("all")
@Requirement("O1")
class RedisRetainedTest {

    private static final String MARKER = "4111-1111-1111-1111";
    private static final OperationOptions OPTIONS = OperationOptions.of(Duration.ofMinutes(1), Duration.ofDays(1));
    private static final Binding BINDING = new Binding("tenant", "charge", "alice", "key");
    private static final Outcome.Completed RESPONSE = new Outcome.Completed(
            201, List.of(new Header("X-Card", MARKER)), Bytes.of(MARKER.getBytes(StandardCharsets.UTF_8)));

    @ParameterizedTest
    @EnumSource
    void noTierHasAnythingOfIt(Retained retained) {
        try (TestRedis redis = new TestRedis();
                JedisPooled client = redis.client(5000)) {
            NearCache near = new NearCache(
                    new RedisHotTier(client, "hot", Duration.ofSeconds(1)), 100, 1 << 20, Duration.ofMinutes(1));
            IdempotencyStore store =
                    Stores.twoTier(near, new InMemoryIdempotencyStore(InstantSource.system(), 1000), Transactions.NONE);
            IdempotencyEngine engine =
                    new IdempotencyEngine(store, new ResultOutcomes(unused(), 1), EngineEnvironment.plain());
            OperationOptions options = OPTIONS.withRetained(retained);
            boolean whole = retained == Retained.WHOLE;

            ((BeginResult.Acquired) engine.begin(BINDING, Fingerprint.none(), options))
                    .attempt()
                    .complete(RESPONSE);
            assertThat(dump(client).contains(MARKER)).as("Redis").isEqualTo(whole);

            for (int round = 0; round < 2; round++) { // the second one is answered by the near cache
                Outcome.Completed known =
                        ((BeginResult.Replay) engine.begin(BINDING, Fingerprint.none(), options)).outcome();
                assertThat(known.equals(RESPONSE)).isEqualTo(whole);
                assertThat(known.body() == null).isNotEqualTo(whole);
            }
            assertThat(near.size()).isEqualTo(1);
        }
    }

    private static String dump(JedisPooled client) {
        StringBuilder all = new StringBuilder();
        for (String key : client.keys("*")) {
            all.append(key).append(content(client, key)).append('\n');
        }
        assertThat(all).contains("charge");
        return all.toString();
    }

    private static Object content(JedisPooled client, String key) {
        String type = client.type(key);
        return switch (type) {
            case "hash" -> client.hgetAll(key);
            case "string" -> client.get(key);
            case "list" -> client.lrange(key, 0, -1);
            case "zset" -> client.zrange(key, 0, -1);
            default -> throw new AssertionError("not looked into: " + type);
        };
    }

    private static ResultCodec unused() {
        return (ResultCodec) Proxy.newProxyInstance(
                ResultCodec.class.getClassLoader(), new Class<?>[] {ResultCodec.class}, (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
