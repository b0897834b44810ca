// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.tiers;

import ee.idempotency.liquibase.Databases;
import ee.idempotency.persistence.internal.TestNode;
import ee.idempotency.redis.NearCache;
import ee.idempotency.redis.RedisHotTier;
import ee.idempotency.redis.internal.TestRedis;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.HotTier;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Transactions;
import ee.idempotency.store.Stores;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.ttddyy.dsproxy.QueryCountHolder;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.JedisPooled;

/** Prints what docs/performance.md says of the two tiers. Not among the usual tests: it takes minutes and asserts nothing. */
@Tag("all")
class TwoTierFigures {

    private static final int ROUNDS = 11;
    private static final int REPLAYS = 2000;
    private static final int FRESH = 200;
    private static final Pattern SCRIPTS = Pattern.compile("cmdstat_evalsha:calls=(\\d+)");

    private TestRedis redis;
    private JedisPooled client;
    private TestNode node;
    private TestNode counted;

    @BeforeEach
    void start() {
        redis = new TestRedis();
        client = redis.client(5000);
        var database = Databases.POSTGRESQL.migrated();
        node = new TestNode(database);
        counted = new TestNode(
                ProxyDataSourceBuilder.create(database).countQuery().build());
    }

    @AfterEach
    void stop() {
        counted.close();
        node.close();
        client.close();
        redis.close();
    }

    private List<Contender> contenders(IdempotencyStore durable, String space) {
        HotTier near = new NearCache(hot(space + "-near"), 10_000, 64L << 20, Duration.ofMinutes(10));
        return List.of(
                new Contender("database", durable),
                new Contender("database (A/A)", durable),
                new Contender("Redis", Stores.twoTier(hot(space), durable, Transactions.NONE)),
                new Contender("near cache", Stores.twoTier(near, durable, Transactions.NONE)));
    }

    private HotTier hot(String space) {
        return new RedisHotTier(client, space, Duration.ofSeconds(2));
    }

    @Test
    void counts() {
        System.out.printf("%n%-16s %22s %22s %22s%n", "", "fresh", "first replay", "later replay");
        for (Contender contender : contenders(counted.store(), "counted")) {
            ClaimRequest[] request = new ClaimRequest[1];
            String fresh = count(() -> request[0] = contender.fresh());
            String first = count(() -> contender.replay(request[0]));
            String later = count(() -> contender.replay(request[0]));
            System.out.printf("%-16s %22s %22s %22s%n", contender.name, fresh, first, later);
        }
    }

    private String count(Runnable call) {
        QueryCountHolder.clear();
        client.sendCommand(() -> "CONFIG".getBytes(StandardCharsets.US_ASCII), "RESETSTAT");
        call.run();
        Matcher scripts = SCRIPTS.matcher(client.info("commandstats"));
        return QueryCountHolder.getGrandTotal().getTotal() + " statements, " + (scripts.find() ? scripts.group(1) : "0")
                + " trips";
    }

    @Test
    void latencies() throws Exception {
        List<Contender> all = contenders(node.store(), "timed");
        Measured fresh = new Measured(all);
        Measured alone = new Measured(all);
        Measured together = new Measured(all);
        for (int round = -2; round < ROUNDS; round++) { // two to warm up
            for (int turn = 0; turn < all.size(); turn++) {
                int index = Math.floorMod(turn + round, all.size()); // another one begins each round
                Contender contender = all.get(index);
                long[] first = contender.timeFresh(FRESH);
                long[] one = contender.timeReplays(1, REPLAYS);
                long[] eight = contender.timeReplays(8, REPLAYS);
                if (round >= 0) {
                    fresh.add(index, first);
                    alone.add(index, one);
                    together.add(index, eight);
                }
            }
        }
        fresh.print("fresh call, 1 thread");
        alone.print("replay, 1 thread");
        together.print("replay, 8 threads");
    }

    /** The rounds of one measurement: medians of the ratios to the first contender in the same round. */
    private record Measured(List<Contender> contenders, List<List<long[]>> rounds) {

        Measured(List<Contender> contenders) {
            this(
                    contenders,
                    contenders.stream()
                            .map(each -> (List<long[]>) new ArrayList<long[]>())
                            .toList());
        }

        void add(int contender, long[] nanos) {
            rounds.get(contender).add(nanos);
        }

        void print(String title) {
            System.out.printf("%n%s, ratio to the database: median of %d rounds (lowest, highest)%n", title, ROUNDS);
            for (int contender = 0; contender < contenders.size(); contender++) {
                System.out.printf(
                        "%-16s p50 %s   p99 %s%n",
                        contenders.get(contender).name, ratios(contender, 50), ratios(contender, 99));
            }
        }

        private String ratios(int contender, int percentile) {
            double[] ratios = IntStream.range(0, ROUNDS)
                    .mapToDouble(round -> at(contender, round, percentile) / at(0, round, percentile))
                    .sorted()
                    .toArray();
            return String.format(Locale.ROOT, "%.4f (%.4f, %.4f)", ratios[ROUNDS / 2], ratios[0], ratios[ROUNDS - 1]);
        }

        private double at(int contender, int round, int percentile) {
            long[] nanos = rounds.get(contender).get(round);
            return nanos[nanos.length * percentile / 100];
        }
    }
}
