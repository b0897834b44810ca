// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.webhooks.internal;

import ee.idempotency.spi.RequestVerifier.Request;
import ee.idempotency.spi.StandardWebhook;
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
        return StandardWebhook.secretOf(setting);
    }

    @Override
    public void verify(Request request, List<byte[]> secrets, Instant now, Duration tolerance) {
        String id = Signatures.header(request, StandardWebhook.ID);
        String time = Signatures.requireSeconds(Signatures.header(request, StandardWebhook.TIMESTAMP));
        List<byte[]> signatures = new ArrayList<>();
        for (String each : Signatures.header(request, StandardWebhook.SIGNATURE).split(" ", -1)) {
            if (each.startsWith(StandardWebhook.VERSION)) {
                add(each.substring(StandardWebhook.VERSION.length()), signatures);
            }
        }
        Signatures.require(signatures, secrets, StandardWebhook.signedText(id, time), request);
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
