// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.client;

import java.time.Instant;

/**
 * The server no longer keeps its answer to this key, so the same request would run the operation again. It was not sent. Read
 * what became of the first one; a new intent needs a new key. A client of Jakarta REST wraps it in a {@link
 * jakarta.ws.rs.ProcessingException}.
 */
public final class KeyExpiredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** An exception of a key that was kept until {@code end}. */
    public KeyExpiredException(Instant end) {
        super("The server kept its answer to this key until " + end
                + ", and the operation would run again: look up what became"
                + " of it, and use a new key for a new intent");
    }
}
