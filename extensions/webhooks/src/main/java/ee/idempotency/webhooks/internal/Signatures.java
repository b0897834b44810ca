// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.webhooks.internal;

import ee.idempotency.SignatureRefusedException;
import ee.idempotency.spi.RequestVerifier.Request;
import ee.idempotency.spi.StandardWebhook;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the schemes have in common: HMAC-SHA256, comparison in constant time, and time stamps in seconds. */
final class Signatures {

    /** More than any sender needs for a signature by each of a few keys. */
    private static final int LONGEST_HEADER = 4096;

    private static final String SECONDS = "[0-9]{1,12}";

    private Signatures() {}

    /** The one line of a header. */
    static String header(Request request, String name) {
        List<String> lines = request.header(name);
        if (lines.size() != 1) {
            throw new SignatureRefusedException(
                    "it has " + lines.size() + " lines of the header " + name + ", not one");
        }
        String value = lines.get(0).strip();
        if (value.isEmpty() || value.length() > LONGEST_HEADER) {
            throw new SignatureRefusedException("its header " + name + " is empty or too long");
        }
        return value;
    }

    /**
     * Requires that one of {@code given} is the HMAC of the text and the body by one of the secrets. As many comparisons are
     * made whichever of them is right.
     */
    static void require(List<byte[]> given, List<byte[]> secrets, String text, Request request) {
        byte[] body = request.body().toArray();
        boolean isSigned = false;
        for (byte[] secret : secrets) {
            byte[] expected = StandardWebhook.hmac(secret, text, body);
            for (byte[] each : given) {
                isSigned |= MessageDigest.isEqual(expected, each);
            }
        }
        if (!isSigned) {
            throw new SignatureRefusedException("its signature is not one of this sender for this body");
        }
    }

    /** Requires that a time stamp, which is signed, is in seconds and near now. */
    static void requireRecent(String seconds, Instant now, Duration tolerance) {
        Duration distance = Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), now);
        if (distance.abs().compareTo(tolerance) > 0) {
            throw new SignatureRefusedException(
                    "it was signed more than " + tolerance + (distance.isNegative() ? " in the future" : " ago"));
        }
    }

    /** Requires that a text is a time stamp at all. */
    static String requireSeconds(String text) {
        if (!text.matches(SECONDS)) {
            throw new SignatureRefusedException("its time stamp is not a number of seconds");
        }
        return text;
    }
}
