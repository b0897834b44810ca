// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.client.IdempotentCalls;
import ee.idempotency.it.Nodes;
import ee.idempotency.it.Wars;
import ee.idempotency.it.client.shop.Shop;
import ee.idempotency.it.server.Launch;
import ee.idempotency.it.server.Server;
import ee.idempotency.it.server.ServerKind;
import ee.idempotency.tck.Requirement;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The filter of {@code idempotency-client} in the server's MicroProfile Rest Client, with the server's {@code @Retry} where it
 * has one: how many keys a gateway gets that answers 503, 503, 200. A server of its own: its application calls another.
 */
@Tag("deployments")
@Requirement("O10")
class ClientIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static FlakyGateway gateway;
    private static Server server;
    private static Path log;

    private final String order = "order-" + UUID.randomUUID();

    @BeforeAll
    static void start() throws Exception {
        gateway = new FlakyGateway();
        Path directory = Nodes.newDirectory();
        Path war = directory.resolve("shop.war");
        Wars.libraries("shop.war")
                .addAsLibraries(Wars.jarOf(IdempotentCalls.class))
                .addPackage(Shop.class.getPackage())
                .as(ZipExporter.class)
                .exportTo(war.toFile());
        server = ServerKind.ofThisRun()
                .start(Launch.of(war, directory, Map.of("GATEWAY_MP_REST_URL", gateway.address())));
        log = directory.resolve("server.log");
        server.awaitReady(Duration.ofMinutes(5));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"header", "given", "scope", "claim"})
    void theRetriesOfACallSendOneKey(String from) throws Exception {
        pay(from);

        assertThat(gateway.keys(order)).hasSize(3);
        assertThat(Set.copyOf(gateway.keys(order))).hasSize(1).doesNotContain("null");
        if (from.equals("header") || from.equals("given")) {
            assertThat(gateway.keys(order)).contains("[kept-" + order + "]");
        }
    }

    @Test
    void withoutAnythingToKeepAKeyEachRetryHasAnotherAndTheLogSaysSo() throws Exception {
        pay("nothing");

        assertThat(gateway.keys(order)).hasSize(3).doesNotHaveDuplicates();
        assertThat(Files.readString(log))
                .contains("IDEM-0871 Gateway.pay was sent")
                .doesNotContain(order);
    }

    private void pay(String from) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.uri("/shop/" + from + "/" + order))
                                .timeout(PATIENCE)
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("paid");
    }
}
