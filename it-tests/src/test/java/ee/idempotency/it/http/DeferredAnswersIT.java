// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of other threads and streams, whose annotation asks for ONE_COMMIT: they are INDEPENDENT, and said to be. */
@Tag("jax-rs")
class DeferredAnswersIT extends TrialFixture {

    DeferredAnswersIT(OneNode.Running node) {
        super(node, "deferred");
    }

    @ParameterizedTest
    @Requirement("X4")
    @Requirement("H16")
    @ValueSource(strings = {"stage", "suspended", "stream"})
    void runOutsideATransactionUnderACommittedClaimAndReplay(String action) throws Exception {
        HttpResponse<String> first = trial.post(action);

        assertThat(first.body()).startsWith("status 6 [IN_PROGRESS] ");
        assertThat(trial.effects()).isOne();
        trial.assertStored(first, action);
        assertThat(node.log()).contains("DeferredWork." + action + " is INDEPENDENT, not ONE_COMMIT");
    }
}
