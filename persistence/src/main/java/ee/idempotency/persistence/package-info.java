// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The durable store: one table, one row a key, on the data source of the persistence unit {@code idempotency}:
 * PostgreSQL, MariaDB or H2, recognised by the connection. The schema is that of the module {@code liquibase}. The store
 * is the CDI bean of type {@link ee.idempotency.spi.IdempotencyStore}; it is thread-safe, and needs Hibernate ORM as the
 * persistence provider.
 *
 * <p>Claim and outcome of {@link ee.idempotency.spi.TransactionalVerbs} are statements of the caller's transaction, on the
 * connection its other statements use: they take none of their own, and are never tried again. Every other verb is a
 * transaction of its own, whatever the caller has open; a caller's open transaction is suspended meanwhile and keeps its
 * connection, so the pool needs two for it.
 *
 * <ul>
 *   <li>A claim is one statement, a replay too; complete, fail, release and renew are one each. A takeover is two; a
 *       claim in place of an expired record three. A JSON form, if {@code idempotency.queryable-json} asks for it, is
 *       written by the statement that completes, and by no other.
 *   <li>All times are the database's. Nodes may disagree about the time by hours.
 *   <li>What the database gives up in favour of another transaction, or loses the connection of, is tried again, at most
 *       four times in about a second. Whether a try whose answer was lost had been committed is read from the row.
 *   <li>It is made for READ COMMITTED, the default of both databases.
 *   <li>On PostgreSQL no statement in a transaction of its own waits longer than two seconds for a lock; a claim in the
 *       caller's waits as long as its {@code lockWait} in all, and leaves {@code lock_timeout} as it was. H2 waits as long as
 *       the database's {@code LOCK_TIMEOUT} says. An outcome in it sets no limit of its own: nobody else
 *       normally holds the row, and where somebody does the limits of the caller's transaction apply.
 *   <li>For a database that hangs set the driver's {@code socketTimeout}, for an owner that stops inside its transaction
 *       {@code idle_in_transaction_session_timeout}.
 * </ul>
 *
 * <p>It is used by being deployed; without a persistence unit by two settings:
 *
 * <pre>{@code
 * idempotency.database-access=datasource
 * idempotency.datasource=jdbc/payments
 * }</pre>
 */
@NullMarked
package ee.idempotency.persistence;


import org.jspecify.annotations.NullMarked;
