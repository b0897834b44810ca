// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.webhooks;

import ee.idempotency.SignatureRefusedException;
import ee.idempotency.spi.RequestVerifier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A way to sign requests. Those of Stripe, GitHub and Standard Webhooks are there; an application adds its own as a class
 * that {@code META-INF/services} names, and chooses it in the settings. Implementations are thread-safe, compare in constant
 * time, and never put a secret or a right signature into a message.
 */
public interface WebhookScheme {

    /** What the settings call it: 1 to 64 characters of {@code a-z 0-9 -}. */
    String name();

    /** Whether its signatures have a time stamp, so that there is a tolerance. */
    boolean hasTimestamp();

    /**
     * The bytes of a secret.
     *
     * @param setting as the settings have it
     * @throws IllegalArgumentException saying what is wrong, without the secret; the deployment stops
     */
    byte[] secretOf(String setting);

    /**
     * Returns if the signature of a request was made with one of the secrets.
     *
     * @param secrets one or two; the second is the previous one
     * @param now the time at this node
     * @param tolerance how far a time stamp may be from it, in both directions
     * @throws SignatureRefusedException if it was not, or if it is too old or too new
     */
    void verify(RequestVerifier.Request request, List<byte[]> secrets, Instant now, Duration tolerance);
}
