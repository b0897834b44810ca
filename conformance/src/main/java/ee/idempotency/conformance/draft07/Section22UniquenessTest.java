// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.draft07;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.conformance.Draft;
import ee.idempotency.conformance.Level;
import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** 2.2 Uniqueness and 2.4 Fingerprint: a key is not reused with another payload. */
@ExtendWith(DraftExtension.class)
@DisplayNameGeneration(SentenceNames.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class Section22UniquenessTest {

    /** 2.7: clients correct the request, "or the resource MUST fail the request and return one of the above errors". */
    @Order(1)
    @Draft(section = "2.2", level = Level.MUST)
    void failsAnotherPayloadUnderTheSameKey(Scenarios scenarios) throws IOException {
        Scenarios.Reuse reuse = scenarios.reuse();

        assertThat(reuse.other().succeeded())
                .as("another payload under a used key succeeded: %s", reuse.other())
                .isFalse();
        assertThat(reuse.other().status()).as("the status of %s", reuse.other()).isIn(400, 409, 422);
        assertThat(reuse.otherRuns()).as("runs of the other payload").isZero();
    }

    @Order(2)
    @Draft(section = "2.2", level = Level.SHOULD)
    void keepsTheFirstAnswerAfterAnotherPayload(Scenarios scenarios) throws IOException {
        Scenarios.Reuse reuse = scenarios.reuse();

        assertThat(reuse.again().sameAs(reuse.first()))
                .as("first %s, after another payload %s", reuse.first(), reuse.again())
                .isTrue();
    }
}
