// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.it.Wars;
import ee.idempotency.it.http.outbox.Api;
import ee.idempotency.outbox.internal.OutboxSettingsGroup;
import ee.idempotency.tck.Requirement;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The outbox in a container: its beans, its timer, and the transaction of a request. A server of its own: its relay asks the
 * database five times a second, and others count the statements of their server.
 */
@Tag("one-database")
@Requirement("O3")
class OutboxIT {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static OneNode.Running node;

    private final String order = "order-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        node = OneNode.start(war());
    }

    @AfterAll
    static void stop() {
        if (node != null) {
            node.close();
        }
    }

    private static WebArchive war() {
        return Wars.libraries("outbox.war")
                .addPackage(Api.class.getPackage())
                .addAsLibrary(Wars.jarOf(OutboxSettingsGroup.class))
                .addAsResource(
                        Wars.settings(Map.of(
                                "idempotency.outbox.sender", "cdi",
                                "idempotency.outbox.interval", "PT0.2S",
                                "idempotency.sweep.enabled", "false")),
                        Wars.SETTINGS_FILE);
    }

    @Test
    void eventsOfACommittedRequestArriveInTheirOrderAndARepeatAddsNone() throws Exception {
        String id = post(order, "place").body();
        String expected = "OrderPlaced " + id + " place-order\nOrderPaid ";
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(seen(order)).startsWith(expected));

        HttpResponse<String> repeat = post(order, "place");

        assertThat(repeat.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(repeat.body()).isEqualTo(id);
        assertThat(seen(order).lines()).hasSize(2);
    }

    /** A later event of the same relay has arrived, so one of before would have. */
    @Test
    void eventsOfARequestThatIsRolledBackNeverArrive() throws Exception {
        assertThat(post(order, "fail").statusCode()).isEqualTo(503);
        String later = "order-" + UUID.randomUUID();
        post(later, "place");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(seen(later).lines()).hasSize(2));

        assertThat(seen(order)).isEmpty();
    }

    @Test
    void withoutATransactionPublishingIsRefused() throws Exception {
        assertThat(post("outside", "").body()).contains("this thread has none open");
    }

    private HttpResponse<String> post(String path, String action) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(node.uri("/orders/" + path))
                        .header("Content-Type", "text/plain")
                        .header("Idempotency-Key", "key-" + path)
                        .POST(BodyPublishers.ofString(action))
                        .build(),
                BodyHandlers.ofString());
    }

    private String seen(String of) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(node.uri("/orders/" + of)).build(), BodyHandlers.ofString())
                .body();
    }
}
