// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import ee.idempotency.settings.SettingsReader;
import ee.idempotency.spi.StandardWebhook;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where the sender {@code webhook} posts events, and the secret that signs them. Its text shows neither. */
record WebhookTarget(URI url, StandardWebhook signature, Duration timeout) {

    /** {@value}: an address with https, or http. */
    static final String URL = "idempotency.outbox.webhook.url";
    /** {@value}: Base64 of 24 bytes or more, perhaps behind {@code whsec_}; the receiver has the same. */
    static final String SECRET = "idempotency.outbox.webhook.secret";
    /** {@value}: ISO-8601 duration, default PT10S, PT1S to PT10M: for one delivery. */
    static final String TIMEOUT = "idempotency.outbox.webhook.timeout";

    static Optional<WebhookTarget> read(SettingsReader reader, boolean isUsed) {
        String url = reader.confidential(
                URL, "", "https?://[!-~]+", "must be an address that begins with https:// or http://");
        String secret = reader.secret(SECRET);
        Duration timeout =
                reader.duration(TIMEOUT, Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofMinutes(10));
        if (isUsed && !reader.isSet(URL)) {
            reader.problem(URL + " is not set, and the sender webhook is used");
        }
        if (isUsed && secret.isBlank()) {
            reader.problem(
                    SECRET + " is not set, and the sender webhook is used: set Base64 of 24 random bytes or more");
        }
        if (secret.isBlank() || url.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new WebhookTarget(URI.create(url), StandardWebhook.of(secret.strip()), timeout));
        } catch (IllegalArgumentException wrong) {
            reader.problem(SECRET + " or " + URL + ": " + (isUri(url) ? wrong.getMessage() : "it is no URI"));
            return Optional.empty();
        }
    }

    private static boolean isUri(String url) {
        try {
            return URI.create(url).getHost() != null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "a webhook";
    }
}
