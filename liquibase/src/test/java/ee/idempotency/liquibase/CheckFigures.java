// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;

/**
 * Prints what the checks cost a claim and a completion, as docs/performance.md says. Not among the usual tests: it asserts
 * nothing. The statements run in a loop on the server, so that no round trip is measured; H2 runs in this process anyway. What
 * is measured is the processor time of the session, on Linux, which other load on the machine disturbs less than a clock.
 */
@Tag("all")
class CheckFigures {

    private static final int ROUNDS = 11;
    private static final int WARM_UP = 2;
    private static final int WRITES = 4000;

    @EveryDatabase
    void costOfAWrite(DatabaseKind kind) throws SQLException {
        List<Contender> all = new ArrayList<>();
        for (CheckForm form : CheckForm.of(kind)) {
            all.add(new Contender(form, kind));
        }
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int turn = 0; turn < all.size(); turn++) { // another one begins each round
                all.get(Math.floorMod(turn + round, all.size())).run(round >= 0);
            }
        }
        print(kind, all);
        for (Contender contender : all) {
            contender.connection.close();
        }
    }

    private static void print(DatabaseKind kind, List<Contender> all) {
        System.out.printf(
                "%n%s, processor microseconds a statement: median of %d rounds of %d (lowest, highest); more than without checks,"
                        + " median of the rounds%n%-40s %26s %8s %26s %8s%n",
                kind, ROUNDS, WRITES, "", "claim", "", "completion", "");
        Contender bare = all.get(0);
        for (Contender contender : all) {
            System.out.printf(
                    "%-40s %26s %8s %26s %8s%n",
                    contender.form.name(),
                    spread(contender.claims),
                    more(contender.claims, bare.claims),
                    spread(contender.completions),
                    more(contender.completions, bare.completions));
        }
    }

    private static String spread(List<Double> micros) {
        double[] sorted =
                micros.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return String.format(Locale.ROOT, "%.1f (%.1f, %.1f)", sorted[ROUNDS / 2], sorted[0], sorted[ROUNDS - 1]);
    }

    private static String more(List<Double> micros, List<Double> bare) {
        double[] sorted = IntStream.range(0, ROUNDS)
                .mapToDouble(round -> micros.get(round) - bare.get(round))
                .sorted()
                .toArray();
        return String.format(Locale.ROOT, "%+.1f", sorted[ROUNDS / 2]);
    }

    /** One form of the checks in a database of its own. */
    private static final class Contender {

        private final CheckForm form;
        private final DatabaseKind kind;
        private final Connection connection;
        private final List<Double> claims = new ArrayList<>();
        private final List<Double> completions = new ArrayList<>();

        Contender(CheckForm form, DatabaseKind kind) throws SQLException {
            this.form = form;
            this.kind = kind;
            DataSource database = kind.migrated();
            connection = database.getConnection();
            try (Statement statement = connection.createStatement()) {
                if (kind == Databases.MARIADB) {
                    statement.execute("set global userstat = on");
                }
                for (String change : form.changes()) {
                    statement.execute(change);
                }
            }
        }

        void run(boolean counts) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("truncate table idempotency_record");
            }
            double claim = time(CheckForm.CLAIM);
            double completion = time(CheckForm.COMPLETION);
            if (counts) {
                claims.add(claim);
                completions.add(completion);
            }
        }

        private double time(String sql) throws SQLException {
            String dialect = sql.replace("{33 bytes}", kind.bytes("ab".repeat(33)))
                    .replace("{32 bytes}", kind.bytes("ab".repeat(32)))
                    .replace("{1 KiB}", kind.bytes("ab".repeat(1024)));
            connection.setAutoCommit(false);
            long start = processorNanos();
            loop(dialect);
            connection.commit();
            long nanos = processorNanos() - start;
            connection.setAutoCommit(true);
            return nanos / 1000.0 / WRITES;
        }

        private long processorNanos() throws SQLException {
            if (kind == Databases.H2) {
                return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            }
            return DatabaseKind.number( // MariaDB counts microseconds
                    connection,
                    kind == Databases.POSTGRESQL
                            ? "select cast(split_part(pg_read_file('/proc/self/schedstat'), ' ', 1) as bigint)"
                            : "select floor(1000 * cpu_time) from information_schema.user_statistics where user = 'root'");
        }

        private void loop(String sql) throws SQLException {
            if (kind == Databases.H2) {
                try (PreparedStatement statement = connection.prepareStatement(sql.replace("{id}", "?"))) {
                    for (int i = 1; i <= WRITES; i++) {
                        statement.setString(1, String.format(Locale.ROOT, "00000000-0000-0000-0000-%012d", i));
                        statement.executeUpdate();
                    }
                }
                return;
            }
            String block = kind == Databases.POSTGRESQL
                    ? "do $$ begin for i in 1.." + WRITES + " loop "
                            + sql.replace("{id}", "cast(lpad(cast(i as text), 32, '0') as uuid)") + "; end loop; end $$"
                    : "begin not atomic declare i int default 0; while i < " + WRITES + " do set i = i + 1; "
                            + sql.replace("{id}", "lpad(i, 36, '0')") + "; end while; end";
            try (Statement statement = connection.createStatement()) {
                statement.execute(block);
            }
        }
    }
}
