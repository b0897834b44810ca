// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import org.jspecify.annotations.Nullable;

/**
 * The schema could not be brought up to date. Change sets that ran before the one that failed stay; on PostgreSQL each
 * change set happens as a whole or not at all. The message says what to do; then migrate again.
 */
public final class SchemaMigrationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** An error that says what was tried and what to do, with what the database or the server said. */
    public SchemaMigrationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** An error that says what was found and what to do. */
    public SchemaMigrationException(String message) {
        super(message);
    }
}
