// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.sql.SQLException;

/**
 * Lets one node migrate at a time. The lock of Liquibase alone does not: in an empty database the nodes race for its two
 * tables and the loser fails, and a node that dies leaves it locked. This one ends with what holds it. Used by one
 * thread; closing releases it.
 */
interface MigrationLock extends AutoCloseable {

    /** Takes the lock if nobody has it; never waits. */
    boolean tryLock() throws SQLException;

    /** Whether it is still ours: a session may have been ended meanwhile, and the lock with it. */
    boolean isHeld() throws SQLException;

    /** Who has the lock, since when, and how to end it, as far as that is known. */
    String holder() throws SQLException;

    /** Whether every other node is kept out, so that what is found of Liquibase's lock was left by a dead one. */
    boolean isAlone() throws SQLException;

    @Override
    void close() throws SQLException;
}
