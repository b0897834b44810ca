// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.webhooks.internal;

import ee.idempotency.SignatureRefusedException;
import ee.idempotency.spi.RequestVerifier.Request;
import ee.idempotency.webhooks.WebhookScheme;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * As Stripe signs: {@code Stripe-Signature: t=1492774577,v1=5257a869...}, of which v1 is the HMAC-SHA256 of {@code t.body}, in
 * hexadecimal digits. There is a v1 for each secret while one replaces another; v0 and unknown ones are for others. The
 * secret's text is the key.
 */
public final class StripeScheme implements WebhookScheme {

    private static final String HEADER = "Stripe-Signature";

    @Override
    public String name() {
        return "stripe";
    }

    @Override
    public boolean hasTimestamp() {
        return true;
    }

    @Override
    public byte[] secretOf(String setting) {
        return setting.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void verify(Request request, List<byte[]> secrets, Instant now, Duration tolerance) {
        List<String> times = new ArrayList<>();
        List<byte[]> signatures = new ArrayList<>();
        for (String item : Signatures.header(request, HEADER).split(",", -1)) {
            String[] pair = item.strip().split("=", 2);
            if (pair[0].equals("t") && pair.length == 2) {
                times.add(pair[1]);
            } else if (pair[0].equals("v1") && pair.length == 2) {
                Hex.decode(pair[1]).ifPresent(signatures::add);
            }
        }
        if (times.size() != 1) {
            throw new SignatureRefusedException(
                    "its header " + HEADER + " has " + times.size() + " time stamps, not one");
        }
        String time = Signatures.requireSeconds(times.get(0));
        Signatures.require(signatures, secrets, time + ".", request);
        Signatures.requireRecent(time, now, tolerance);
    }
}
