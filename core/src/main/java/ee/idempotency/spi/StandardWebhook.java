// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The symmetric signature of Standard Webhooks (specification 1.0.0, "Webhook signatures"), for those who send and those who
 * verify: the HMAC-SHA256 of {@code id.timestamp.body}, in Base64 behind {@code v1,}. Thread-safe; its text has no secret.
 */
public final class StandardWebhook {

    /** The header with the id of the message. */
    public static final String ID = "webhook-id";
    /** The header with the time of the delivery, in seconds since 1970. */
    public static final String TIMESTAMP = "webhook-timestamp";
    /** The header with signatures, separated by blanks. */
    public static final String SIGNATURE = "webhook-signature";
    /** What a symmetric signature begins with. */
    public static final String VERSION = "v1,";

    private static final String SECRET_PREFIX = "whsec_";
    /** What the specification asks for. */
    private static final int SHORTEST_SECRET = 24;

    private final byte[] secret;

    private StandardWebhook(byte[] secret) {
        this.secret = secret;
    }

    /**
     * Signatures by a secret.
     *
     * @param secret Base64, perhaps behind {@code whsec_}
     * @throws IllegalArgumentException saying what is wrong, without the secret
     */
    public static StandardWebhook of(String secret) {
        return new StandardWebhook(secretOf(secret));
    }

    /**
     * The bytes of a secret.
     *
     * @param text Base64, perhaps behind {@code whsec_}
     * @throws IllegalArgumentException saying what is wrong, without the secret
     */
    public static byte[] secretOf(String text) {
        String encoded = text.startsWith(SECRET_PREFIX) ? text.substring(SECRET_PREFIX.length()) : text;
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

    /** What is signed before the body. */
    public static String signedText(String id, String seconds) {
        return id + "." + seconds + ".";
    }

    /** The HMAC-SHA256 of a text in UTF-8 and a body after it; other schemes for webhooks differ in the text only. */
    public static byte[] hmac(byte[] secret, String text, byte[] body) {
        return HmacSha256.of(secret, text.getBytes(StandardCharsets.UTF_8), body);
    }

    /** The value of {@link #SIGNATURE}. */
    public String sign(String id, long seconds, byte[] body) {
        byte[] signature = hmac(secret, signedText(id, Long.toString(seconds)), body);
        return VERSION + Base64.getEncoder().encodeToString(signature);
    }
}
