// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.it.TestDatabase;
import ee.idempotency.tck.Requirement;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests after which nothing is done and nothing is stored. */
class RolledBackIT extends TrialFixture {

    RolledBackIT(OneNode.Running node) {
        super(node, "plain");
    }

    @ParameterizedTest
    @Requirement("X4")
    @Requirement("H11")
    @CsvSource({
        "joined,answer,401",
        "joined,answer,403",
        "joined,answer,429",
        "joined,answer,500",
        "joined,reject,503",
        "joined,refuse,500",
        "joined,mark,503",
        "joined,reject,429",
        "one-commit,answer,401",
        "one-commit,answer,403",
        "one-commit,answer,429",
        "one-commit,answer,500",
        "one-commit,reject,503",
        "one-commit,refuse,500",
        "one-commit,mark,503",
        "one-commit,reject,429"
    })
    void anAnswerThatIsNoOutcomeIsGivenWithoutItsEffect(String mode, String action, String status) {
        trial = new Trial(node, mode);
        for (int run = 0; run < 2; run++) {
            HttpResponse<String> answer = trial.post(action, "X-Status", status);

            assertThat(answer.statusCode()).hasToString(status);
            assertThat(Trial.isReplay(answer)).isFalse();
            trial.assertUndone();
        }
    }

    @ParameterizedTest
    @Requirement("X4")
    @Requirement("H16")
    @CsvSource({
        "joined,unmapped/exception",
        "joined,unmapped/error",
        "joined,unwritable/checked",
        "joined,unwritable/unchecked",
        "joined,unwritable/header",
        "joined,unwritable/unknown",
        "one-commit,unmapped/exception",
        "one-commit,unmapped/error",
        "one-commit,unwritable/checked",
        "one-commit,unwritable/unchecked",
        "one-commit,unwritable/header",
        "one-commit,unwritable/unknown"
    })
    void anAnswerThatCannotBeMadeUndoesTheEffect(String mode, String action) {
        trial = new Trial(node, mode);
        for (int run = 0; run < 2; run++) {
            HttpResponse<String> answer = trial.post(action);

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).doesNotContain("beginning");
            trial.assertUndone();
        }
    }

    @ParameterizedTest
    @Requirement("X4")
    @Requirement("X2")
    @Requirement("X3")
    @CsvSource({
        "joined,200", "joined,204", "joined,303", "joined,201",
        "one-commit,200", "one-commit,204", "one-commit,303", "one-commit,201"
    })
    void aSuccessWhoseTransactionWasMarkedIsNotReported(String mode, String status) {
        trial = new Trial(node, mode);
        for (int run = 0; run < 2; run++) {
            assertRolledBack(trial.post("mark", "X-Status", status));
        }
    }

    @ParameterizedTest
    @Requirement("X4")
    @Requirement("H16")
    @CsvSource({"joined,200", "joined,204", "joined,409", "one-commit,200", "one-commit,204", "one-commit,409"})
    void anAnswerWhoseTransactionDoesNotCommitIsNotReported(String mode, String status) {
        trial = new Trial(node, mode);
        for (int run = 0; run < 2; run++) {
            assertRolledBack(trial.post("commit/flush", "X-Status", status));
        }
    }

    @ParameterizedTest
    @Requirement("X4")
    @Requirement("H16")
    @CsvSource({"joined,200", "joined,204", "joined,409", "one-commit,200", "one-commit,204", "one-commit,409"})
    @EnabledIfSystemProperty(
            named = "test.database",
            matches = "postgresql",
            disabledReason = "H2 defers no constraint")
    void anAnswerThatADeferredConstraintRefusesIsNotReported(String mode, String status) throws Exception {
        try (var database = TestDatabase.connect();
                var statement = database.createStatement()) {
            statement.execute("create table if not exists deferred_once"
                    + " (work varchar(255) primary key deferrable initially deferred)");
        }
        trial = new Trial(node, mode);
        for (int run = 0; run < 2; run++) {
            assertRolledBack(trial.post("commit/deferred", "X-Status", status));
        }
    }

    private void assertRolledBack(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(Trial.code(answer)).isEqualTo("transaction-rolled-back");
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        trial.assertUndone();
    }
}
