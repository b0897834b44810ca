// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the modes cost in the database, counted in its own log, for a resource that writes one row. */
@ExtendWith(OneNode.class)
@EnabledIfSystemProperty(named = "test.database", matches = "postgresql", disabledReason = "Reads PostgreSQL's log")
class StatementsIT {

    private final OneNode.Running node;

    StatementsIT(OneNode.Running node) {
        this.node = node;
    }

    @ParameterizedTest
    @Requirement("X4")
    @CsvSource({"plain,0,0", "independent,2,2", "joined,2,1", "one-commit,2,0"})
    void aRequestCostsTheseStatementsAndCommitsMore(String mode, int statements, int commits) throws Exception {
        try (StatementLog log = new StatementLog()) {
            List<StatementLog.Entry> first = logOf(new Trial(node, mode), log);

            assertThat(first)
                    .as("statements")
                    .filteredOn(StatementLog.Entry::isWork)
                    .hasSize(1 + statements);
            assertThat(first)
                    .as("commits")
                    .filteredOn(StatementLog.Entry::isCommit)
                    .hasSize(1 + commits);
        }
    }

    @ParameterizedTest
    @Requirement("X4")
    @ValueSource(strings = {"independent", "joined", "one-commit"})
    void aReplayCostsOneStatementAndWritesNothing(String mode) throws Exception {
        Trial trial = new Trial(node, mode);
        try (StatementLog log = new StatementLog()) {
            logOf(trial, log);
            List<StatementLog.Entry> replay = logOf(trial, log);

            assertThat(replay).filteredOn(StatementLog.Entry::isWork).hasSize(1);
            assertThat(replay).noneMatch(StatementLog.Entry::writes);
        }
    }

    @Test
    @Requirement("X4")
    void oneCommitIsOneTransactionOfOneConnection() throws Exception {
        try (StatementLog log = new StatementLog()) {
            List<StatementLog.Entry> first = logOf(new Trial(node, "one-commit"), log);

            assertThat(first)
                    .extracting(StatementLog.Entry::session)
                    .containsOnly(first.get(0).session());
            assertThat(first.get(0).sql()).isEqualTo("BEGIN");
            assertThat(first.get(4).sql()).isEqualTo("COMMIT");
        }
    }

    private static List<StatementLog.Entry> logOf(Trial trial, StatementLog log) throws Exception {
        log.read();
        assertThat(trial.post("effect").statusCode()).isEqualTo(200);
        return log.read();
    }
}
