// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.it.http.war.ShortTransactions;
import ee.idempotency.tck.Requirement;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The transaction manager ends the transaction while the work still runs, because its time is over. */
@Requirement("X9")
@Tag("jax-rs-later")
class TimedOutIT extends TrialFixture {

    private static final String[] SHORT = {ShortTransactions.SECONDS, "1"};

    TimedOutIT(OneNode.Running node) {
        super(node, "plain");
    }

    /** {@code add}: and wants another effect afterwards; {@code try}: by code that goes on although that is refused. */
    @ParameterizedTest
    @CsvSource({"joined,end", "joined,add", "joined,try", "one-commit,end", "one-commit,add", "one-commit,try"})
    void workThatOutlivesItsTransactionHasNoEffectAndFreesItsKey(String mode, String then) {
        trial = new Trial(node, mode);
        HttpResponse<String> answer = trial.post("outlast/" + then, SHORT);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(500);
        assertThat(Trial.isReplay(answer)).isFalse();
        if (!then.equals("add")) { // there some servers refuse the later effect, and the work throws
            assertThat(Trial.code(answer)).isEqualTo("transaction-rolled-back");
            String line = "transaction-rolled-back, instance " + Trial.member(answer, "instance");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> node.log().contains(line));
        }
        trial.assertUndone();

        HttpResponse<String> retry = trial.post("outlast/" + then);
        assertThat(retry.statusCode()).as(retry.body()).isEqualTo(200);
        assertThat(trial.effects()).isEqualTo(1);
        assertThat(trial.state()).isEqualTo("[COMPLETED]");
    }

    /** The rows are unlocked while the first one still runs. */
    @ParameterizedTest
    @ValueSource(strings = {"joined", "one-commit"})
    void aRepeatMeanwhileHasTheOnlyEffect(String mode) {
        trial = new Trial(node, mode);
        CompletableFuture<HttpResponse<String>> first = trial.later("outlast/gate", trial.work, SHORT);
        trial.awaitReached(trial.work);
        CompletableFuture<HttpResponse<String>> repeat = trial.later("outlast/gate", trial.work);
        trial.open(trial.work);

        assertThat(Trial.code(first.join())).isEqualTo("transaction-rolled-back");
        assertThat(repeat.join().statusCode()).isIn(200, 409);
        assertThat(trial.post("outlast/gate").statusCode()).isEqualTo(200);
        assertThat(trial.effects()).isEqualTo(1);
        assertThat(trial.state()).isEqualTo("[COMPLETED]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"joined", "one-commit"})
    void noConnectionIsLost(String mode) {
        for (int round = 0; round < 2; round++) {
            List<CompletableFuture<HttpResponse<String>>> all = Stream.generate(() -> new Trial(node, mode))
                    .limit(OneNode.CONNECTIONS - 1L)
                    .map(each -> each.later("outlast/end", each.work, SHORT))
                    .toList();
            assertThat(all).allMatch(each -> each.join().statusCode() == 500);
        }
        for (int i = 0; i < OneNode.CONNECTIONS; i++) {
            trial = new Trial(node, mode);
            trial.assertStored(trial.post("outlast/end"), "outlast/end");
        }
    }
}
