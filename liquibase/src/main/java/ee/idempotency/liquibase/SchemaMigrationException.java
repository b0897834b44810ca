// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

/**
 * The schema could not be brought up to date. Change sets that ran before the one that failed stay; on PostgreSQL each
 * change set happens as a whole or not at all. Cure what the cause says and migrate again.
 */
public final class SchemaMigrationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** An error that says what was tried. */
    public SchemaMigrationException(String message, Throwable cause) {
        super(message, cause);
    }
}
