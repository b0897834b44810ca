// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import org.jspecify.annotations.Nullable;

/** A value could not be encoded, or stored bytes could not be decoded to the declared type, which the message names. */
public final class ResultCodecException extends IdempotencyException {

    private static final long serialVersionUID = 1L;

    /** An error with the codec's own as its cause. */
    public ResultCodecException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
