// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.webhooks.internal;

import ee.idempotency.spi.RequestVerifier.Request;
import ee.idempotency.webhooks.WebhookScheme;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * As GitHub signs: {@code X-Hub-Signature-256: sha256=757107ea...}, the HMAC-SHA256 of the body in hexadecimal digits. It has
 * no time stamp, and does not cover the header {@code X-GitHub-Delivery}. The secret's text is the key.
 */
public final class GitHubScheme implements WebhookScheme {

    private static final String HEADER = "X-Hub-Signature-256";
    private static final String PREFIX = "sha256=";

    @Override
    public String name() {
        return "github";
    }

    @Override
    public boolean hasTimestamp() {
        return false;
    }

    @Override
    public byte[] secretOf(String setting) {
        return setting.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void verify(Request request, List<byte[]> secrets, Instant now, Duration tolerance) {
        String value = Signatures.header(request, HEADER);
        List<byte[]> signatures = value.startsWith(PREFIX)
                ? Hex.decode(value.substring(PREFIX.length())).stream().toList()
                : List.of();
        Signatures.require(signatures, secrets, "", request);
    }
}
