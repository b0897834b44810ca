// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

import ee.idempotency.testkit.Fate;
import ee.idempotency.testkit.TcpRelay;
import ee.idempotency.testkit.TcpRelay.Direction;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The network between a server and PostgreSQL. When armed it cuts a connection in the moment in which PostgreSQL says that a
 * COMMIT is done: the commit has happened and the server never learns of it. Thread-safe.
 */
final class DatabaseLink implements AutoCloseable {

    /** CommandComplete: its type, its length, its tag. PostgreSQL sends it at the end of a short message of its own. */
    private static final String COMMITTED = "C\0\0\0\13COMMIT\0";

    private static final int NEVER = Integer.MIN_VALUE;

    private final TcpRelay relay;
    private final AtomicInteger commitsToPass = new AtomicInteger(NEVER);
    private final AtomicInteger cuts = new AtomicInteger();

    DatabaseLink(int database) {
        relay = new TcpRelay(database, () -> this::decide);
    }

    int port() {
        return relay.port();
    }

    /** Cuts off the answer of one commit, after {@code commits} others. */
    void cutAfter(int commits) {
        commitsToPass.set(commits);
    }

    /** Cuts nothing any more. */
    void disarm() {
        commitsToPass.set(NEVER);
    }

    /** How many answers were cut off. */
    int cuts() {
        return cuts.get();
    }

    private Fate decide(Direction direction, byte[] piece) {
        return direction == Direction.ANSWER && isCut(piece) ? Fate.CLOSE : Fate.DELIVER;
    }

    private boolean isCut(byte[] piece) {
        if (commitsToPass.get() == NEVER || !new String(piece, StandardCharsets.ISO_8859_1).contains(COMMITTED)) {
            return false;
        }
        if (commitsToPass.getAndUpdate(left -> left > 0 ? left - 1 : NEVER) != 0) {
            return false;
        }
        cuts.incrementAndGet();
        return true;
    }

    @Override
    public void close() {
        relay.close();
    }
}
