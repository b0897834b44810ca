// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * The store did not answer, or not in time. If this came from a claim the operation did not run. The library recovers
 * by itself when the store does; try again later.
 */
public final class StoreUnavailableException extends IdempotencyException {

    private static final long serialVersionUID = 1L;

    private final boolean connectionLost;

    /** An error with the store's own as its cause. */
    public StoreUnavailableException(String message, @Nullable Throwable cause) {
        this(message, cause, false);
    }

    /**
     * An error that says more of a connection.
     *
     * @param connectionLost see {@link #isConnectionLost}
     */
    public StoreUnavailableException(String message, @Nullable Throwable cause, boolean connectionLost) {
        super(message, cause);
        this.connectionLost = connectionLost;
    }

    /**
     * Whether nothing was wrong but the connection, which a pool had kept too long: the next transaction may be given one that
     * lives. False if the store does not know.
     */
    public boolean isConnectionLost() {
        return connectionLost;
    }
}
