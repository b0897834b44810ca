// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.conformance.internal.http.Answer;
import ee.idempotency.tck.Requirement;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only the servlet filter can see to: answers that JAX-RS does not see, and forms. */
@Tag("jax-rs")
@ExtendWith(OneNode.class)
class OutsideAnswersIT {

    private final OneNode.Running node;
    private final Wire wire;
    private final String work = "work-" + UUID.randomUUID();
    private final String key = "Idempotency-Key: key-" + UUID.randomUUID();

    OutsideAnswersIT(OneNode.Running node) {
        this.node = node;
        this.wire = new Wire(node);
    }

    @ParameterizedTest
    @Requirement("H19")
    @CsvSource({"error, 409", "body, 201"})
    void anAnswerOutsideJaxRsIsStoredAsNotRetained(String path, int status) throws Exception {
        Answer first = wire.post("/outside/" + path, work, key);
        Answer repeat = wire.post("/outside/" + path, work, key);

        assertThat(first.status()).isEqualTo(status);
        assertThat(repeat.status()).isEqualTo(409);
        assertThat(Wire.code(repeat)).isEqualTo("response-not-retained");
        assertThat(Wire.isReplay(repeat)).isFalse();
        assertThat(wire.effects(work)).isOne();
    }

    @Test
    @Requirement("H19")
    void aFormReachesItsResource() throws Exception {
        Answer first = wire.postForm("/outside/form", "work=" + work, key);
        Answer repeat = wire.postForm("/outside/form", "work=" + work, key);

        assertThat(first.text()).isEqualTo("form " + work);
        assertThat(repeat.sameAs(first)).isTrue();
        assertThat(Wire.isReplay(repeat)).isTrue();
        assertThat(wire.effects(work)).isOne();
    }

    @Test
    @Requirement("A9")
    void nothingHadToBeAdded() throws Exception {
        assertThat(node.log()).contains("IDEM-0204").doesNotContain("IDEM-0206", "IDEM-0207", "IDEM-0318");
    }
}
