// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are stored or released because somebody says so, and the effects that go with them. */
@Requirement("H11")
class ChosenAnswersIT extends TrialFixture {

    private static final String STATUS = "X-Status";

    ChosenAnswersIT(OneNode.Running node) {
        super(node, "plain");
    }

    @ParameterizedTest
    @CsvSource({"independent,1", "joined,0", "one-commit,0"})
    void aFailureThatTheRulesStoreHasNoEffectIfItCanBeUndone(String mode, int effects) {
        trial = new Trial(node, mode);
        HttpResponse<String> first = trial.post("final", STATUS, "503");

        assertThat(first.statusCode()).isEqualTo(503);
        assertThat(trial.effects()).isEqualTo(effects);
        trial.assertStored(first, "final", STATUS, "503");
    }

    @ParameterizedTest
    @ValueSource(strings = {"independent", "joined", "one-commit"})
    void aFailureThatTheApplicationStoresKeepsItsEffect(String mode) {
        trial = new Trial(node, mode);
        HttpResponse<String> first = trial.post("choose/store", STATUS, "500");

        assertThat(first.statusCode()).isEqualTo(500);
        assertThat(trial.effects()).isOne();
        trial.assertStored(first, "choose/store", STATUS, "500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"joined", "one-commit"})
    void aSuccessThatTheApplicationReleasesIsGivenWithoutItsEffect(String mode) {
        trial = new Trial(node, mode);
        for (int run = 0; run < 2; run++) {
            HttpResponse<String> answer = trial.post("choose/release", STATUS, "202");

            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(Trial.isReplay(answer)).isFalse();
            trial.assertUndone();
        }
    }

    /** The page is the server's, past JAX-RS: nobody has its bytes, so a repeat reports that they were not retained. */
    @ParameterizedTest
    @CsvSource({
        "independent,choose/store-throw,1", "joined,choose/store-throw,1", "one-commit,choose/store-throw,1",
        "independent,final-unmapped,1", "joined,final-unmapped,0", "one-commit,final-unmapped,0"
    })
    void aStoredFailureDoesNotRunAgainThoughNothingMapsItsException(String mode, String action, int effects) {
        trial = new Trial(node, mode);
        HttpResponse<String> first = trial.post(action);
        HttpResponse<String> second = trial.post(action);

        assertThat(first.statusCode()).isEqualTo(500);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(Trial.code(second)).isEqualTo("response-not-retained");
        assertThat(trial.effects()).isEqualTo(effects);
        assertThat(trial.state()).isEqualTo("[COMPLETED]");
    }
}
