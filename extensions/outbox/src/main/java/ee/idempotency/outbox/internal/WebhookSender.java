// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import ee.idempotency.outbox.CloudEvent;
import ee.idempotency.outbox.EventSender;
import ee.idempotency.outbox.NotSentException;
import ee.idempotency.outbox.OutboxEvent;
import ee.idempotency.spi.StandardWebhook;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;

/** Posts cloud events, signed as Standard Webhooks has it; any answer of 2xx is an arrival. Follows no redirect. */
final class WebhookSender implements EventSender {

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

    private final WebhookTarget target;
    private final InstantSource clock;
    private final HttpClient client;

    WebhookSender(WebhookTarget target, InstantSource clock) {
        this.target = target;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .connectTimeout(LONGEST_CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public void send(OutboxEvent event) throws IOException, InterruptedException, NotSentException {
        byte[] body = CloudEvent.json(event).getBytes(StandardCharsets.UTF_8);
        String id = event.id().toString();
        long seconds = clock.instant().getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(target.url())
                .timeout(target.timeout())
                .header("Content-Type", CloudEvent.MEDIA_TYPE)
                .header(StandardWebhook.ID, id)
                .header(StandardWebhook.TIMESTAMP, Long.toString(seconds))
                .header(StandardWebhook.SIGNATURE, target.signature().sign(id, seconds, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        int status =
                client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status < 200 || status > 299) {
            throw new NotSentException("The receiver answered " + status);
        }
    }
}
