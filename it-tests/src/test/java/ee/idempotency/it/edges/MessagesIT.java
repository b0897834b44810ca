// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.it.Carrier;
import ee.idempotency.it.Wars;
import ee.idempotency.it.edges.messages.Sending;
import ee.idempotency.it.server.Launch;
import ee.idempotency.it.server.Server;
import ee.idempotency.tck.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** A message-driven bean, on the one server of the tests that brings a broker. */
@Order(OneServer.ORDER)
@Tag("deployments")
@ExtendWith(OneServer.class)
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
              <jmsActivationSpec id="messages/Listener">
                <properties.wasJms destinationRef="jms/orders"/>
              </jmsActivationSpec>
            </server>
            """;

    private final Server server;

    MessagesIT(Carrier carrier) {
        this.server = carrier.server();
    }

    static WebArchive war() {
        return Wars.libraries("messages.war").addPackage(Sending.class.getPackage());
    }

    /** The same with a broker in its configuration. */
    static Launch withBroker(Launch launch) throws IOException {
        Path more =
                Files.createDirectories(launch.directory().resolve("servers/defaultServer/configDropins/overrides"));
        Files.writeString(more.resolve("broker.xml"), BROKER);
        return launch;
    }

    @Test
    void aRepeatedMessageIsNotWorkedOnAgain() {
        String path = "/messages/messages/" + UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            assertThat(Calls.post(server, path, null).statusCode()).isEqualTo(204);
            String seen = "1 runs, " + i + " repeats";
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(
                                    Calls.get(server, "/messages/messages").body())
                            .isEqualTo(seen));
        }
    }
}
