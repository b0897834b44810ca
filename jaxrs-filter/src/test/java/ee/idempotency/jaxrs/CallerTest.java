// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.spi.CallerResolver;
import ee.idempotency.tck.Requirement;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same request with the same key from two callers whom the application names. */
class CallerTest {

    private final TestServer server = TestServer.of(new Shop());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @Requirement("O11")
    @Requirement("K3")
    void callersAreThoseThatTheApplicationNames() {
        server.caller = "https://issuer.example#7";
        Answer first = server.post("/shop/text", "one", "x", "X-User: alice");
        server.caller = "https://issuer.example#8";
        Answer other = server.post("/shop/text", "one", "x", "X-User: alice");
        server.caller = "https://issuer.example#7";
        Answer repeat = server.post("/shop/text", "one", "x", "X-User: bob");

        assertThat(first.text()).isEqualTo("run 1 of x");
        assertThat(other.text()).isEqualTo("run 2 of x");
        assertThat(repeat.text()).as("whatever the principal is").isEqualTo("run 1 of x");
        assertThat(server.held)
                .extracting(claim -> claim.binding().caller())
                .containsExactly("user:https://issuer.example#7", "user:https://issuer.example#8");
    }

    @Test
    @Requirement("O11")
    void aCallerInABindingIsNobodyElse() {
        assertThat(CallerResolver.inBinding(Optional.empty())).isEqualTo("anonymous");
        assertThat(CallerResolver.inBinding(Optional.of("anonymous"))).isEqualTo("user:anonymous");
        assertThat(CallerResolver.inBinding(Optional.of("a\uD800"))).matches("user-sha256:[0-9a-f]{64}");
        assertThat(CallerResolver.inBinding(Optional.of("a\uD801")))
                .isNotEqualTo(CallerResolver.inBinding(Optional.of("a\uD800")));
    }
}
