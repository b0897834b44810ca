// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/**
 * Measures the durable store beside its floors on PostgreSQL, in one interleaved run: what docs/performance.md says of it. Run
 * by hand; no test of the build. It fails where the database does not start or the machine is too noisy for its figures.
 */
class StoreFigures {

    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 9);
    private static final int MILLIS = Integer.getInteger("benchmark.millis", 300);
    private static final int COUNTED = 400;

    private final Map<String, Callable<Object>> calls = new LinkedHashMap<>();
    private final Map<String, String> floors = new LinkedHashMap<>();
    private final Map<String, HikariDataSource> pools = new LinkedHashMap<>();
    private final StringBuilder csv =
            new StringBuilder("profile,threads,contender,floor,round,calls_per_second,processor_micros_per_call\n");

    @Test
    void measure() throws Exception {
        try (MeasuredDatabase database = MeasuredDatabase.start()) {
            enter(database);
            count();
            List<Rounds> all = new ArrayList<>();
            all.add(measure(database, "memory", 16));
            all.add(measure(database, "memory", 1));
            database.delayCommits(true);
            all.add(measure(database, "commits of 1 ms", 1));
            Files.writeString(Path.of("target/store.csv"), csv);
            assertThat(all.stream().flatMap(rounds -> rounds.noise(Floors.A_AGAIN).stream()))
                    .as("The machine is too noisy: these figures say nothing")
                    .isEmpty();
        } finally {
            pools.values().forEach(HikariDataSource::close);
        }
    }

    private void enter(MeasuredDatabase database) throws Exception {
        HikariDataSource floorPool = database.newPool("floors", Floors.TABLE);
        new Floors(floorPool).calls().forEach((name, call) -> enter(name, name, floorPool, call));
        floors.put(Floors.A_AGAIN, Floors.A);
        List<Build> builds = new ArrayList<>();
        for (String before : System.getProperty("benchmark.before", "").split(File.pathSeparator, -1)) {
            if (!before.isEmpty()) {
                Path folder = Path.of(before).toAbsolutePath().normalize();
                builds.add(new Build(folder.getFileName().toString(), folder));
            }
        }
        builds.add(new Build("now", Path.of("..")));
        for (Build build : builds) {
            enter(database, build);
        }
    }

    private void enter(MeasuredDatabase database, Build build)
            throws IOException, ReflectiveOperationException, java.sql.SQLException {
        HikariDataSource pool = database.newPool(build.label(), build.schema());
        Map<String, String> floorOf = Map.of(
                ProductCalls.INDEPENDENT, Floors.A,
                ProductCalls.JOINED, Floors.A2,
                ProductCalls.ONE_COMMIT, Floors.B,
                ProductCalls.REPLAY, Floors.READ,
                ProductCalls.REPLAY_IN_TRANSACTION, Floors.READ);
        build.calls(pool)
                .forEach((name, call) -> enter(name + " (" + build.label() + ")", floorOf.get(name), pool, call));
    }

    private void enter(String name, String floor, HikariDataSource pool, Callable<Object> call) {
        calls.put(name, call);
        floors.put(name, floor);
        pools.put(name, pool);
    }

    /** WAL and room of a call; these do not depend on the machine. */
    private void count() throws Exception {
        System.out.printf("%n%-38s %10s %22s%n", "", "WAL bytes", "heap + index bytes");
        for (Map.Entry<String, Callable<Object>> each : calls.entrySet()) {
            HikariDataSource pool = pools.get(each.getKey());
            for (int call = 0; call < COUNTED; call++) { // prepares, and opens what grows in steps
                each.getValue().call();
            }
            MeasuredDatabase.execute(pool, "checkpoint");
            for (int call = 0; call < COUNTED; call++) { // the first change of a page after that is a page
                each.getValue().call();
            }
            long room = MeasuredDatabase.number(pool, "select pg_database_size(current_database())");
            long before = MeasuredDatabase.number(pool, "select pg_current_wal_insert_lsn() - '0/0'::pg_lsn");
            for (int call = 0; call < COUNTED * 5; call++) {
                each.getValue().call();
            }
            long after = MeasuredDatabase.number(pool, "select pg_current_wal_insert_lsn() - '0/0'::pg_lsn");
            long grown = MeasuredDatabase.number(pool, "select pg_database_size(current_database())") - room;
            System.out.printf("%-38s %10d %22d%n", each.getKey(), (after - before) / COUNTED / 5, grown / COUNTED / 5);
        }
    }

    private Rounds measure(MeasuredDatabase database, String profile, int threads) throws Exception {
        Rounds rounds = new Rounds(
                String.format("%s, threads: %d, rounds: %d of %d ms a contender", profile, threads, ROUNDS, MILLIS),
                floors);
        List<String> names = List.copyOf(calls.keySet());
        Slice slice = new Slice(threads, MILLIS, database::processorTime);
        for (int round = -2; round < ROUNDS; round++) { // two to warm up
            for (int turn = 0; turn < names.size(); turn++) {
                String name = names.get(Math.floorMod(turn + round, names.size())); // another one begins each round
                Sample sample = slice.sample(calls.get(name));
                if (round >= 0) {
                    rounds.add(name, sample);
                }
            }
        }
        System.out.print(rounds.table());
        csv.append(rounds.csv(profile, threads));
        return rounds;
    }
}
