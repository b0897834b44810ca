// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests whose answer is stored in the transaction that the resource has joined, or beside it. */
@Tag("jax-rs")
class StoredAnswersIT extends TrialFixture {

    StoredAnswersIT(OneNode.Running node) {
        super(node, "plain");
    }

    @ParameterizedTest
    @Requirement("X4")
    @Requirement("X2")
    @Requirement("X3")
    @CsvSource({
        "joined,201",
        "joined,200",
        "joined,303",
        "joined,204",
        "joined,404",
        "joined,409",
        "joined,422",
        "one-commit,201",
        "one-commit,200",
        "one-commit,303",
        "one-commit,204",
        "one-commit,404",
        "one-commit,409",
        "one-commit,422"
    })
    void anAnswerIsStoredWithItsEffect(String mode, String status) {
        trial = new Trial(node, mode);
        HttpResponse<String> first = trial.post("answer", "X-Status", status);

        assertThat(first.statusCode()).hasToString(status);
        assertThat(first.body()).matches(status.equals("204") ? "" : "shared true .*");
        assertThat(trial.effects()).isOne();
        trial.assertStored(first, "answer", "X-Status", status);
    }

    @ParameterizedTest
    @Requirement("X4")
    @Requirement("H11")
    @Requirement("H16")
    @ValueSource(strings = {"joined", "one-commit"})
    void aRejectionAfterTheEffectIsStoredWithIt(String mode) {
        trial = new Trial(node, mode);
        HttpResponse<String> first = trial.post("refuse", "X-Status", "422");

        assertThat(first.statusCode()).isEqualTo(422);
        assertThat(trial.effects()).isOne();
        trial.assertStored(first, "refuse", "X-Status", "422");
    }

    @ParameterizedTest
    @Requirement("X4")
    @Requirement("H11")
    @Requirement("H16")
    @CsvSource({"joined,reject", "joined,mark", "one-commit,reject", "one-commit,mark"})
    void aRejectionWhoseTransactionWasMarkedIsStoredAlone(String mode, String action) {
        trial = new Trial(node, mode);
        HttpResponse<String> first = trial.post(action, "X-Status", "409");

        assertThat(first.statusCode()).isEqualTo(409);
        assertThat(first.body()).startsWith(action.equals("mark") ? "marked" : "rejected");
        assertThat(trial.effects()).isZero();
        trial.assertStored(first, action, "X-Status", "409");
    }

    @ParameterizedTest
    @Requirement("X4")
    @CsvSource({
        "joined,apart", "joined,apart-later", "joined,apart-ejb",
        "one-commit,apart", "one-commit,apart-later", "one-commit,apart-ejb"
    })
    void whatABeanCommitsApartStaysWhenTheRestIsRolledBack(String mode, String action) {
        trial = new Trial(node, mode);
        HttpResponse<String> first = trial.post(action, "X-Status", "422");

        assertThat(first.statusCode()).isEqualTo(422);
        assertThat(trial.effects(trial.work + "-apart")).isOne();
        assertThat(trial.effects()).isZero();
        trial.assertStored(first, action, "X-Status", "422");
        assertThat(trial.effects(trial.work + "-apart")).isOne();
    }

    @ParameterizedTest
    @Requirement("X4")
    @ValueSource(strings = {"joined", "one-commit"})
    void transactionalBeansMayCallEachOther(String mode) throws Exception {
        trial = new Trial(node, mode);
        HttpResponse<String> first = trial.post("nested", "X-Status", "200");

        assertThat(first.body()).startsWith("done");
        assertThat(trial.effects()).isEqualTo(2);
        trial.assertStored(first, "nested", "X-Status", "200");
        assertThat(node.log()).as("transactions that could not be ended").doesNotContain("IDEM-0203");
    }

    @ParameterizedTest
    @Requirement("X4")
    @Requirement("H12")
    @ValueSource(strings = {"joined", "one-commit"})
    void anAnswerThatIsTooLargeIsCommittedWithoutItsBody(String mode) {
        trial = new Trial(node, mode);
        HttpResponse<String> first = trial.post("large");
        HttpResponse<String> repeat = trial.post("large");

        assertThat(first.body()).isEqualTo("x".repeat(100_000));
        assertThat(Trial.code(repeat)).isEqualTo("response-not-retained");
        assertThat(repeat.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(trial.effects()).isOne();
    }

    /** 205 is like 204, but Payara sends it without a length, and the client waits until the connection is closed. */
    @ParameterizedTest
    @Requirement("X4")
    @ValueSource(strings = {"joined", "one-commit"})
    void aBodyThatTheStatusForbidsLosesNoEffect(String mode) {
        trial = new Trial(node, mode);
        HttpResponse<String> first = trial.post("contradiction/204");

        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(trial.effects()).isOne();
        trial.assertStored(first, "contradiction/204");
    }

    /** 304 says that a condition of the request was not met, so nothing was to be done and a repeat asks again. */
    @ParameterizedTest
    @Requirement("H21")
    @ValueSource(strings = {"joined", "one-commit"})
    void aConditionThatIsNotMetIsNoOutcome(String mode) throws Exception {
        trial = new Trial(node, mode);
        HttpResponse<String> first = trial.post("contradiction/304");

        assertThat(first.statusCode()).isEqualTo(304);
        assertThat(trial.effects()).isZero();
        assertThat(trial.state()).isEqualTo("FREE");
    }
}
