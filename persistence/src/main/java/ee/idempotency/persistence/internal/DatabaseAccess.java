// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

/**
 * How the store reaches the database. Either way its statements run on a connection of the server's transaction, the one
 * of the application's own statements in the same database; the same tables, statements and guarantees.
 */
public enum DatabaseAccess {
    /**
     * Through the persistence unit {@code idempotency}, which must be Hibernate's. The application's entities in that unit
     * and the records share a persistence context.
     */
    JPA,

    /**
     * Through a data source of the server that takes part in JTA transactions, found by the name in {@code
     * idempotency.datasource}. Needs neither JPA nor Hibernate, and no persistence unit.
     */
    DATASOURCE
}
