// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

    @ParameterizedTest
    @Requirement("K6")
    @ValueSource(strings = {"form-param", "form", "form-map"})
    void aFormThatWasFingerprintedStillReachesTheResource(String path) {
        String type = "Content-Type: application/x-www-form-urlencoded";
        try (TestServer server = TestServer.of(new Shop())) {
            Answer first = server.post("/shop/" + path, "one", "a=caf%C3%A9+1", type);
            Answer repeat = server.post("/shop/" + path, "one", "a=caf%C3%A9+1", type);
            Answer other = server.post("/shop/" + path, "one", "a=2", type);

            assertThat(first.text()).isEqualTo("1caf\u00e9 1");
            assertThat(repeat.isReplay()).isTrue();
            assertThat(other.code()).isEqualTo("key-reused");
        }
    }
}
