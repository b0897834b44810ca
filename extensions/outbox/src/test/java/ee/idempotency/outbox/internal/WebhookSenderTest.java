// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import ee.idempotency.outbox.CloudEvent;
import ee.idempotency.outbox.NotSentException;
import ee.idempotency.outbox.OutboxEvent;
import ee.idempotency.spi.StandardWebhook;
import ee.idempotency.tck.Requirement;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Requirement("O3")
class WebhookSenderTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Instant NOW = Instant.ofEpochSecond(1_614_265_330L);

    private HttpServer receiver;
    private Headers headers;
    private String body;
    private int status = 204;

    @BeforeEach
    void receive() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/events", exchange -> {
            headers = exchange.getRequestHeaders();
            body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    @Test
    void postsASignedCloudEvent() throws Exception {
        OutboxEvent event = Events.of("OrderPlaced");
        sender().send(event);

        assertThat(body).isEqualTo(CloudEvent.json(event));
        assertThat(headers.getFirst("Content-Type")).isEqualTo("application/cloudevents+json");
        assertThat(headers.getFirst(StandardWebhook.ID)).isEqualTo(Events.ID.toString());
        assertThat(headers.getFirst(StandardWebhook.TIMESTAMP)).isEqualTo("1614265330");
        assertThat(headers.getFirst(StandardWebhook.SIGNATURE))
                .isEqualTo(StandardWebhook.of(SECRET)
                        .sign(Events.ID.toString(), 1_614_265_330L, body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anythingButASuccessIsNoArrival() {
        for (int answer : new int[] {302, 400, 409, 500}) {
            status = answer;
            assertThatThrownBy(() -> sender().send(Events.of("OrderPlaced")))
                    .isInstanceOf(NotSentException.class)
                    .hasMessage("The receiver answered " + answer);
        }
    }

    @Test
    void aReceiverThatIsAwayIsNoArrival() {
        WebhookSender sender = sender();
        receiver.stop(0);

        assertThatThrownBy(() -> sender.send(Events.of("OrderPlaced"))).isInstanceOf(IOException.class);
    }

    private WebhookSender sender() {
        URI url = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/events");
        return new WebhookSender(new WebhookTarget(url, StandardWebhook.of(SECRET), Duration.ofSeconds(10)), () -> NOW);
    }
}
