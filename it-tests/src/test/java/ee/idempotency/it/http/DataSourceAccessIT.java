// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.it.Wars;
import ee.idempotency.tck.Requirement;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The store on a server's data source instead of a persistence unit. The unit of the library's name that is deployed here,
 * for the test's own queries, does not know the entity: through it nothing could be claimed. A server of its own: it
 * sweeps each second, which those would see who count statements.
 */
@Requirement("S11")
@Tag("one-database")
class DataSourceAccessIT {

    private static OneNode.Running node;

    @BeforeAll
    static void start() {
        node = OneNode.start(OneNode.war(
                "work.war",
                Wars.withoutDefaultUnit(DataSourceAccessIT::withUnitOfNoEntity),
                Map.of(
                        "idempotency.database-access",
                        "datasource",
                        "idempotency.sweep.enabled",
                        "true",
                        "idempotency.sweep.interval",
                        "PT1S")));
    }

    @AfterAll
    static void stop() {
        if (node != null) {
            node.close();
        }
    }

    private static String withUnitOfNoEntity(String units) {
        String payments = units.substring(units.indexOf("<persistence-unit"), units.indexOf("</persistence>"));
        String empty = payments.replace("\"payments\"", "\"idempotency\"")
                .replaceAll("<class>[^<]*</class>", "")
                .replaceAll("<property name=\"hibernate.hbm2ddl.auto\"[^>]*>", "");
        return units.replace("</persistence>", empty + "</persistence>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"joined", "one-commit"})
    void anAnswerIsStoredWithItsEffectInOneTransaction(String mode) {
        Trial trial = new Trial(node, mode);
        HttpResponse<String> first = trial.post("answer");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(first.body()).startsWith("shared true");
        assertThat(trial.effects()).isOne();
        trial.assertStored(first, "answer");
        trial.assertNoTransactionIsLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"independent", "joined", "one-commit"})
    void anAnswerIsReplayedAndAnotherPayloadRefused(String mode) {
        Trial trial = new Trial(node, mode);
        HttpResponse<String> first = trial.post("effect");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(trial.effects()).isOne();
        trial.assertStored(first, "effect");
        assertThat(Trial.code(trial.later("effect", "another").join())).isEqualTo("key-reused");
    }

    @ParameterizedTest
    @Requirement("X4")
    @ValueSource(strings = {"joined", "one-commit"})
    void effectAndOutcomeAreRolledBackTogether(String mode) {
        Trial trial = new Trial(node, mode);

        assertThat(trial.post("reject", "X-Status", "503").statusCode()).isEqualTo(503);
        trial.assertUndone();
        assertThat(Trial.code(trial.post("mark", "X-Status", "200"))).isEqualTo("transaction-rolled-back");
        trial.assertUndone();
        assertThat(Trial.code(trial.post("commit/flush", "X-Status", "200"))).isEqualTo("transaction-rolled-back");
        trial.assertUndone();
        trial.assertStored(trial.post("answer"), "answer");
        trial.assertNoTransactionIsLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"independent", "joined", "one-commit"})
    void aRepeatMeanwhileDoesNotRun(String mode) {
        Trial trial = new Trial(node, mode);
        CompletableFuture<HttpResponse<String>> first = trial.later("gate/" + trial.key, trial.work);
        trial.awaitReached(trial.key);
        CompletableFuture<HttpResponse<String>> repeat = trial.later("gate/" + trial.key, trial.work);
        if (!mode.equals("one-commit")) { // there it waits for the first to end
            assertThat(Trial.code(repeat.join())).isEqualTo("in-progress");
        }
        trial.open(trial.key);

        assertThat(first.join().statusCode()).isEqualTo(200);
        if (mode.equals("one-commit")) {
            assertThat(repeat.join().body()).isEqualTo(first.join().body());
        }
        assertThat(trial.effects()).isOne();
        trial.assertStored(first.join(), "gate/" + trial.key);
    }

    @Test
    @Requirement("A5")
    void whatHasExpiredIsSwept() {
        Trial trial = new Trial(node, "independent");
        trial.post("answer");
        String older = "update idempotency_record set created_at = created_at - interval '10' day,"
                + " expires_at = expires_at - interval '10' day where idempotency_key = ?";

        assertThat(trial.sql(older, trial.key)).isEqualTo("1");

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> trial.state().equals("FREE"));
    }
}
