// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.conformance.internal.http.Answer;
import ee.idempotency.it.Wars;
import ee.idempotency.tck.Requirement;
import java.util.Map;
import java.util.UUID;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A WAR whose web.xml leaves the web fragments of its libraries out, so that the server runs no initializer and no listener
 * of theirs. Payara injects nothing into such a library either, which the way to the database without a persistence unit
 * does not need. A server of its own: the test is about its start, on an H2 that nobody has migrated.
 */
@Requirement("A9")
@EnabledIfSystemProperty(named = "test.database", matches = "h2", disabledReason = "Once is enough")
@DisabledIfSystemProperty(
        named = "test.server.kind",
        matches = "wildfly|liberty",
        disabledReason = "See docs/servers.md")
class StartWithoutScanningIT {

    private static final String WEB_XML = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <absolute-ordering/>
            </web-app>
            """;

    private static OneNode.Running node;

    @BeforeAll
    static void start() {
        Map<String, String> settings =
                Map.of("idempotency.sweep.enabled", "true", "idempotency.database-access", "datasource");
        node = OneNode.start(OneNode.war("work.war", Wars.example().setWebXML(new StringAsset(WEB_XML)), settings));
    }

    @AfterAll
    static void stop() {
        if (node != null) {
            node.close();
        }
    }

    @Test
    void migratesChecksAndSweepsNevertheless() throws Exception {
        assertThat(node.log())
                .containsPattern("IDEM-0601 .* change sets applied now: [1-9]")
                .doesNotContain("IDEM-0207", "IDEM-0501");
    }

    /** On WildFly the filter is added; Open Liberty does not deploy this WAR. */
    @Test
    void refusesRequestsThatTheServletFilterHasNotSeen() throws Exception {
        Wire wire = new Wire(node);
        String work = "work-" + UUID.randomUUID();
        Answer answer = wire.post("/outside/error", work, "Idempotency-Key: key-" + work);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(Wire.code(answer)).isEqualTo("internal-error");
        assertThat(wire.effects(work)).isZero();
        assertThat(node.log()).contains("The servlet filter of idempotency-jaxrs-filter has not seen a request");
    }
}
