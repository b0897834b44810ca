// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence;

import java.util.List;

/**
 * The persistence unit {@code idempotency}, its database or its table are not what the store needs; the message lists
 * everything that was found, each with its cure. The deployment does not start.
 */
public final class UnsupportedDatabaseException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** An error that lists {@code problems}, one a line. */
    public UnsupportedDatabaseException(List<String> problems) {
        super("Idempotency cannot start on this database; correct this:\n  - " + String.join("\n  - ", problems));
    }
}
