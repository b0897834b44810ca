// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.webhooks.internal;

import ee.idempotency.spi.RequestVerifier.Request;
import ee.idempotency.webhooks.WebhookScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Who signs requests, and with what. Thread-safe; its text has no secret. */
final class Sender {

    private final String name;
    private final WebhookScheme scheme;
    private final List<byte[]> secrets;
    private final Duration tolerance;

    Sender(String name, WebhookScheme scheme, List<byte[]> secrets, Duration tolerance) {
        this.name = name;
        this.scheme = scheme;
        this.secrets = List.copyOf(secrets);
        this.tolerance = tolerance;
    }

    void verify(Request request, Instant now) {
        scheme.verify(request, secrets, now, tolerance);
    }

    @Override
    public String toString() {
        return name + ", as " + scheme.name() + " signs, by " + secrets.size() + " secret(s)"
                + (scheme.hasTimestamp() ? ", within " + tolerance : "");
    }
}
