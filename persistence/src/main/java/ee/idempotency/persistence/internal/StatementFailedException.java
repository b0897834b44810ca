// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import java.sql.SQLException;

/** A statement failed before the commit, or there was no connection for it. Carries the error out through the transaction's boundary, which rolls back. */
public final class StatementFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** An error around the database's own. */
    public StatementFailedException(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
