// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests in whose transaction others meddle: filters, clients that go away, resources that end it themselves. */
@Tag("jax-rs-later")
class InterferenceIT extends TrialFixture {

    private static final String MEDDLE = "X-Meddle";

    InterferenceIT(OneNode.Running node) {
        super(node, "plain");
    }

    @ParameterizedTest
    @Requirement("H16")
    @Requirement("X4")
    @CsvSource({
        "joined,before 409,409",
        "joined,before throw,500",
        "joined,after 403,403",
        "joined,after throw,500",
        "joined,answer once,500",
        "joined,answer always,500",
        "one-commit,before 409,409",
        "one-commit,before throw,500",
        "one-commit,after 403,403",
        "one-commit,after throw,500",
        "one-commit,answer once,500",
        "one-commit,answer always,500"
    })
    void anotherFilterThatStopsTheRequestLeavesNothing(String mode, String how, int status) {
        trial = new Trial(node, mode);
        HttpResponse<String> stopped = trial.post("answer", MEDDLE, how);

        assertThat(stopped.statusCode()).isEqualTo(status);
        trial.assertUndone();
        assertThat(trial.post("answer").body()).startsWith("shared true");
        assertThat(trial.effects()).isOne();
    }

    @ParameterizedTest
    @Requirement("H16")
    @Requirement("X4")
    @ValueSource(strings = {"joined", "one-commit"})
    void anotherFiltersRejectionAfterOursIsAnOutcome(String mode) {
        trial = new Trial(node, mode);
        HttpResponse<String> aborted = trial.post("answer", MEDDLE, "after 409");

        assertThat(aborted.statusCode()).isEqualTo(409);
        assertThat(trial.effects()).isZero();
        trial.assertStored(aborted, "answer");
    }

    @ParameterizedTest
    @Requirement("H16")
    @Requirement("X4")
    @ValueSource(strings = {"joined", "one-commit"})
    void theAnswerOfAClientThatWentAwayIsThereForItsRetry(String mode) throws Exception {
        trial = new Trial(node, mode);
        try (Socket client = raw(mode, "gate/" + trial.key)) {
            trial.awaitReached(trial.key);
            client.setSoLinger(true, 0); // a reset
        }
        trial.open(trial.key);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> trial.state().equals("[COMPLETED]"));

        assertThat(trial.effects()).isOne();
        assertThat(Trial.isReplay(trial.post("gate/" + trial.key))).isTrue();
        assertThat(trial.effects()).isOne();
    }

    @ParameterizedTest
    @Requirement("H1")
    @Requirement("X4")
    @ValueSource(strings = {"joined", "one-commit"})
    void noByteIsOnTheWireBeforeTheCommit(String mode) throws Exception {
        trial = new Trial(node, mode);
        try (Socket client = raw(mode, "commit-gate/" + trial.key)) {
            trial.awaitReached(trial.key);
            InputStream answer = client.getInputStream();
            assertThat(answer.available()).isZero();
            assertThat(trial.effects()).isZero();
            trial.open(trial.key);

            assertThat(new String(answer.readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 200");
            assertThat(trial.effects()).isOne();
        }
    }

    private Socket raw(String mode, String action) throws Exception {
        byte[] body = trial.work.getBytes(StandardCharsets.UTF_8);
        Socket client =
                new Socket(InetAddress.getLoopbackAddress(), node.uri("/").getPort());
        client.setSoTimeout(120_000);
        client.getOutputStream()
                .write(("POST /" + mode + "/" + action + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/plain\r\n"
                                + "Idempotency-Key: " + trial.key + "\r\nContent-Length: " + body.length + "\r\n\r\n"
                                + trial.work)
                        .getBytes(StandardCharsets.UTF_8));
        return client;
    }

    @ParameterizedTest
    @Requirement("X4")
    @CsvSource({"joined,commit", "joined,another", "one-commit,commit", "one-commit,another"})
    void aResourceThatCommitsByItselfIsSettledByItself(String mode, String how) throws Exception {
        trial = new Trial(node, mode);
        HttpResponse<String> answer = trial.post("end/" + how);

        assertThat(answer.body()).startsWith("ended");
        assertThat(trial.effects()).isPositive(); // what it leaves open is ended by the container, as it likes
        trial.assertStored(answer, "end/" + how);
        assertThat(node.log()).contains("IDEM-0107 Operation 'POST /" + mode + "/end/{how}'");
    }

    @ParameterizedTest
    @Requirement("X4")
    @Requirement("X9")
    @ValueSource(strings = {"joined", "one-commit"})
    void aResourceThatRollsBackByItselfIsNotReportedAsDone(String mode) throws Exception {
        trial = new Trial(node, mode);
        HttpResponse<String> answer = trial.post("end/rollback");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(Trial.code(answer)).isEqualTo("transaction-rolled-back");
        assertThat(trial.effects()).isZero();
        assertThat(trial.state()).isEqualTo("FREE");
    }

    @ParameterizedTest
    @Requirement("X4")
    @Requirement("H16")
    @ValueSource(strings = {"joined", "one-commit"})
    @DisabledIfSystemProperty(
            named = "test.server.kind",
            matches = "wildfly|liberty",
            disabledReason = "RESTEasy does not wait for a stage that is an entity: it writes what the stage is")
    void anAnswerOnAnotherThreadThatWasNotDeclaredIsWithheld(String mode) throws Exception {
        trial = new Trial(node, mode);
        HttpResponse<String> answer = trial.post("elsewhere");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(Trial.code(answer)).isEqualTo("internal-error");
        trial.assertUndone();
        assertThat(node.log()).contains("IDEM-0311 Operation 'POST /" + mode + "/elsewhere'");
    }
}
