// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.webhooks.internal;

import ee.idempotency.spi.RequestVerifier.Request;
import ee.idempotency.webhooks.WebhookScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * As Standard Webhooks signs: {@code webhook-signature: v1,g0hM9SsE...}, the HMAC-SHA256 of {@code id.timestamp.body} in Base64,
 * one for each secret, separated by blanks. The secret is Base64, perhaps behind {@code whsec_}. Asymmetric signatures, v1a,
 * are not verified.
 */
public final class StandardScheme implements WebhookScheme {

    private static final String SECRET_PREFIX = "whsec_";
    private static final String VERSION = "v1,";

    /** What the specification asks for. */
    private static final int SHORTEST_SECRET = 24;

    @Override
    public String name() {
        return "standard-webhooks";
    }

    @Override
    public boolean hasTimestamp() {
        return true;
    }

    @Override
    public byte[] secretOf(String setting) {
        String encoded = setting.startsWith(SECRET_PREFIX) ? setting.substring(SECRET_PREFIX.length()) : setting;
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("it must be Base64, perhaps behind " + SECRET_PREFIX, notBase64);
        }
        if (secret.length < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "it must have at least " + SHORTEST_SECRET + " bytes; it has " + secret.length);
        }
        return secret;
    }

    @Override
    public void verify(Request request, List<byte[]> secrets, Instant now, Duration tolerance) {
        String id = Signatures.header(request, "webhook-id");
        String time = Signatures.requireSeconds(Signatures.header(request, "webhook-timestamp"));
        List<byte[]> signatures = new ArrayList<>();
        for (String each : Signatures.header(request, "webhook-signature").split(" ", -1)) {
            if (each.startsWith(VERSION)) {
                add(each.substring(VERSION.length()), signatures);
            }
        }
        Signatures.require(signatures, secrets, id + "." + time + ".", request);
        Signatures.requireRecent(time, now, tolerance);
    }

    private static void add(String encoded, List<byte[]> signatures) {
        try {
            signatures.add(Base64.getDecoder().decode(encoded));
        } catch (IllegalArgumentException notBase64) {
            // one that cannot be right; another one may be
        }
    }
}
