// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.it.TestDatabase;
import ee.idempotency.tck.Requirement;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Repeats that wait for the first request instead of being refused. */
@Requirement("H4")
class WaitIT extends TrialFixture {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    WaitIT(OneNode.Running node) {
        super(node, "waiting");
    }

    private static String gateOf(Trial trial) {
        return "gate/" + trial.key;
    }

    private static CompletableFuture<HttpResponse<String>> firstAtItsGate(Trial trial) {
        CompletableFuture<HttpResponse<String>> first = trial.later(gateOf(trial), trial.work);
        trial.awaitReached(trial.key);
        return first;
    }

    private List<CompletableFuture<HttpResponse<String>>> waiters() {
        List<CompletableFuture<HttpResponse<String>>> waiters = Stream.generate(
                        () -> trial.later(gateOf(trial), trial.work))
                .limit(OneNode.WAITERS)
                .toList();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> Long.parseLong(trial.get("/witness/waiting")) == waiters.size());
        return waiters;
    }

    @Test
    void asManyAsMayWaitGetTheAnswerAndOneMoreIsRefusedAtOnce() {
        CompletableFuture<HttpResponse<String>> first = firstAtItsGate(trial);
        List<CompletableFuture<HttpResponse<String>>> waiters = waiters();
        HttpResponse<String> oneMore = trial.post(gateOf(trial));

        assertThat(waiters).noneMatch(CompletableFuture::isDone);
        assertThat(Trial.code(oneMore)).isEqualTo("in-progress");
        assertThat(oneMore.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isPositive();
        assertThat(Trial.code(trial.later(gateOf(trial), "other").join())).isEqualTo("key-reused");
        assertThat(new Trial(node, "plain").post("effect").statusCode())
                .as("a request that needs a connection, while more wait than there are")
                .isEqualTo(200);
        trial.open(trial.key);

        String answer = first.join().body();
        assertThat(waiters)
                .map(CompletableFuture::join)
                .allMatch(Trial::isReplay)
                .extracting(HttpResponse::body)
                .containsOnly(answer);
        assertThat(trial.effects()).isOne();
    }

    /** They ask now and then, in transactions that end at once. */
    @Test
    @EnabledIfSystemProperty(named = "test.database", matches = "postgresql", disabledReason = "H2 is in its server")
    void holdNoConnectionMeanwhile() throws Exception {
        CompletableFuture<HttpResponse<String>> first = firstAtItsGate(trial);
        List<CompletableFuture<HttpResponse<String>>> waiters = waiters();
        try (var database = TestDatabase.connect();
                var statement = database.createStatement()) {
            statement.execute("create temporary table before as select now() as moment");
            Awaitility.await().atMost(PATIENCE).until(() -> {
                try (var open = statement.executeQuery("select count(*) from pg_stat_activity, before"
                        + " where datname = current_database() and pid <> pg_backend_pid() and xact_start <= moment")) {
                    return open.next() && open.getLong(1) == 0;
                }
            });
        }
        assertThat(waiters).as("still wait, and no transaction is left of then").noneMatch(CompletableFuture::isDone);
        trial.open(trial.key);

        assertThat(first.join().statusCode()).isEqualTo(200);
        assertThat(waiters).map(CompletableFuture::join).allMatch(Trial::isReplay);
    }

    @Test
    void areRefusedWhenTheirTimeIsOver() {
        Trial brief = new Trial(node, "briefly-waiting");
        CompletableFuture<HttpResponse<String>> first = firstAtItsGate(brief);
        long start = System.nanoTime();
        HttpResponse<String> repeat = brief.post(gateOf(brief));

        assertThat(Trial.code(repeat)).isEqualTo("in-progress");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        brief.open(brief.key);
        brief.assertStored(first.join(), gateOf(brief));
    }
}
