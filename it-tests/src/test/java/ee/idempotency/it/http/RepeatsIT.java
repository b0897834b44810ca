// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.it.TestDatabase;
import ee.idempotency.tck.Requirement;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Repeats while the first request still runs. */
class RepeatsIT extends TrialFixture {

    private static final Duration LOCK_WAIT = Duration.ofSeconds(OneNode.LOCK_WAIT_SECONDS);

    RepeatsIT(OneNode.Running node) {
        super(node, "one-commit");
    }

    private String gate() {
        return "gate/" + trial.key;
    }

    private CompletableFuture<HttpResponse<String>> firstAtItsGate() {
        CompletableFuture<HttpResponse<String>> first = trial.later(gate(), trial.work);
        trial.awaitReached(trial.key);
        return first;
    }

    @Test
    @Requirement("X3")
    @Requirement("X4")
    void waitWithoutAConnectionAndReplay() {
        CompletableFuture<HttpResponse<String>> first = firstAtItsGate();
        List<CompletableFuture<HttpResponse<String>>> repeats = Stream.generate(() -> trial.later(gate(), trial.work))
                .limit(OneNode.WAITERS) // more than there are connections
                .toList();
        Awaitility.await()
                .atMost(LOCK_WAIT)
                .until(() -> Long.parseLong(trial.get("/witness/waiting")) == repeats.size());
        assertThat(new Trial(node, "plain").post("effect").statusCode())
                .as("a request that needs a connection, while more wait than there are")
                .isEqualTo(200);
        trial.open(trial.key);

        String answer = first.join().body();
        assertThat(repeats)
                .extracting(CompletableFuture::join)
                .allMatch(Trial::isReplay)
                .extracting(HttpResponse::body)
                .containsOnly(answer);
        assertThat(trial.effects()).isOne();
    }

    @Test
    @Requirement("X3")
    @Requirement("X4")
    void withAnotherPayloadAreRefusedAtOnce() {
        for (String mode : List.of("one-commit", "joined")) {
            trial = new Trial(node, mode);
            CompletableFuture<HttpResponse<String>> first = firstAtItsGate();

            assertThat(Trial.code(trial.later(gate(), "other").join())).isEqualTo("key-reused");
            assertThat(first).isNotDone();
            trial.open(trial.key);
            assertThat(first.join().statusCode()).isEqualTo(200);
            assertThat(Trial.code(trial.later(gate(), "other").join())).isEqualTo("key-reused");
        }
    }

    @Test
    @Requirement("X3")
    @Requirement("X4")
    void areAskedToComeBackWhenTheWaitIsOver() {
        CompletableFuture<HttpResponse<String>> first = firstAtItsGate();
        assertInProgressAfter(LOCK_WAIT, trial.work);
        trial.open(trial.key);

        trial.assertStored(first.join(), gate());
    }

    @Test
    @Requirement("X2")
    @Requirement("X4")
    void underJoinedAreAskedToComeBackAtOnce() {
        trial = new Trial(node, "joined");
        CompletableFuture<HttpResponse<String>> first = firstAtItsGate();
        assertInProgressAfter(Duration.ZERO, trial.work);
        trial.open(trial.key);

        trial.assertStored(first.join(), gate());
    }

    /** The other node is played by a transaction that holds the record of this key uncommitted. */
    @Test
    @Requirement("X3")
    @Requirement("X4")
    @EnabledIfSystemProperty(named = "test.database", matches = "postgresql", disabledReason = "H2 is in its server")
    void onAnotherNodeWaitInTheDatabase() throws Exception {
        HttpResponse<String> first = trial.post("answer");
        try (Connection other = TestDatabase.connect()) {
            other.setAutoCommit(false);
            execute(
                    other,
                    "create temporary table held as select * from idempotency_record where idempotency_key = '"
                            + trial.key + "'");
            execute(other, "delete from idempotency_record where idempotency_key = '" + trial.key + "'");
            other.commit();
            execute(other, "insert into idempotency_record select * from held");

            assertInProgressAfter(LOCK_WAIT, trial.work);
            assertInProgressAfter(LOCK_WAIT, "other");
            other.commit();
        }
        assertThat(Trial.code(trial.later("answer", "other").join())).isEqualTo("key-reused");
        trial.assertStored(first, "answer");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void assertInProgressAfter(Duration wait, String body) {
        String action = trial.effects() == 0 ? gate() : "answer";
        long start = System.nanoTime();
        HttpResponse<String> repeat = trial.later(action, body).join();

        assertThat(Trial.code(repeat)).isEqualTo("in-progress");
        assertThat(repeat.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isPositive();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(wait);
    }
}
