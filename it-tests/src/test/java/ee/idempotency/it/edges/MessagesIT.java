// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.it.Nodes;
import ee.idempotency.it.Wars;
import ee.idempotency.it.edges.messages.Sending;
import ee.idempotency.it.server.Launch;
import ee.idempotency.it.server.Server;
import ee.idempotency.it.server.ServerKind;
import ee.idempotency.tck.Requirement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A message-driven bean, on the one server of the tests that brings a broker. A server of its own: the broker is in its
 * configuration.
 */
@Tag("deployments")
@Requirement("A9")
@EnabledIfSystemProperty(
        named = "test.server.kind",
        matches = "liberty",
        disabledReason = "Payara Micro and WildFly's standalone.xml have no broker")
class MessagesIT {

    private static final String BROKER = """
            <server>
              <featureManager>
                <feature>messagingClient-3.0</feature>
                <feature>messagingServer-3.0</feature>
                <feature>mdb-4.0</feature>
              </featureManager>
              <messagingEngine><queue id="orders"/></messagingEngine>
              <jmsConnectionFactory jndiName="jms/factory"><properties.wasJms/></jmsConnectionFactory>
              <jmsQueue id="jms/orders" jndiName="jms/orders"><properties.wasJms queueName="orders"/></jmsQueue>
              <jmsActivationSpec id="application/Listener">
                <properties.wasJms destinationRef="jms/orders"/>
              </jmsActivationSpec>
            </server>
            """;

    private static Server server;

    @BeforeAll
    static void start() throws Exception {
        Path directory = Nodes.newDirectory();
        Path war = directory.resolve("messages.war");
        Wars.libraries()
                .addPackage(Sending.class.getPackage())
                .as(ZipExporter.class)
                .exportTo(war.toFile());
        Path more = Files.createDirectories(directory.resolve("servers/defaultServer/configDropins/overrides"));
        Files.writeString(more.resolve("broker.xml"), BROKER);
        server = ServerKind.ofThisRun().start(Launch.of(war, directory, Map.of()));
        server.awaitReady(Duration.ofMinutes(5));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void aRepeatedMessageIsNotWorkedOnAgain() {
        String path = "/messages/" + UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            assertThat(Calls.post(server, path, null).statusCode()).isEqualTo(204);
            String seen = "1 runs, " + i + " repeats";
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() ->
                            assertThat(Calls.get(server, "/messages").body()).isEqualTo(seen));
        }
    }
}
