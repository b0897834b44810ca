// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

/**
 * A request is not signed as it must be: forged, changed on its way, or sent too long ago. Nothing was done, and nothing is
 * stored under its key. An {@link ee.idempotency.spi.RequestVerifier} throws it; over HTTP it is answered 401.
 */
public final class SignatureRefusedException extends IdempotencyException {

    private static final long serialVersionUID = 1L;

    /**
     * An error for the sender.
     *
     * @param reason what is wrong, as a part of a sentence; it reaches the client, so it has no secret, and no signature that
     *     would have been right
     */
    public SignatureRefusedException(String reason) {
        super(reason);
    }

    /** What is wrong, for the client. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
