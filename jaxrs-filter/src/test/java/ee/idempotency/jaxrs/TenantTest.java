// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.spi.ActiveClaim;
import ee.idempotency.tck.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same request with the same key from two tenants. */
@Requirement("K5")
class TenantTest {

    private final Shop shop = new Shop();
    private final TestServer server = TestServer.of(shop);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void anotherTenantsResponseIsNeverReplayed() {
        server.tenant = "acme";
        Answer first = server.post("/shop/text", "one", "x");
        server.tenant = "globex";
        Answer other = server.post("/shop/text", "one", "x");
        Answer changed = server.post("/shop/text", "one", "y");

        assertThat(first.status()).isEqualTo(other.status());
        assertThat(shop.runs).hasValue(2);
        assertThat(changed.code()).as("of its own request").isEqualTo("key-reused");
        assertThat(server.held)
                .extracting(ActiveClaim::binding)
                .extracting(binding -> binding.tenant())
                .containsExactly("acme", "globex");
        server.tenant = "acme";
        assertThat(server.post("/shop/text", "one", "x").text()).isEqualTo(first.text());
        assertThat(shop.runs).hasValue(2);
    }
}
