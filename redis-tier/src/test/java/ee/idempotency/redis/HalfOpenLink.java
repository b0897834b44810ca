// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis;

import ee.idempotency.testkit.Fate;
import ee.idempotency.testkit.TcpRelay;
import ee.idempotency.testkit.TcpRelay.Direction;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The network between a node and Redis. It can lose all that goes one way, while the other way works and the connections
 * stay open: a half-open partition. What was lost stays lost.
 */
final class HalfOpenLink implements AutoCloseable {

    /** What is lost. */
    enum Lost {
        NOTHING,
        REQUESTS,
        ANSWERS
    }

    private final TcpRelay relay;
    private final AtomicLong lostBytes = new AtomicLong();
    private volatile Lost lost = Lost.NOTHING;

    HalfOpenLink(int redis) {
        relay = new TcpRelay(redis, () -> this::decide);
    }

    int port() {
        return relay.port();
    }

    /** New connections lead there from now on; those that are open stay. */
    void leadTo(int port) {
        relay.leadTo(port);
    }

    void lose(Lost what) {
        lost = what;
    }

    /** How many the node has opened. */
    int connections() {
        return relay.connections();
    }

    long lostBytes() {
        return lostBytes.get();
    }

    private Fate decide(Direction direction, byte[] piece) {
        if (lost != (direction == Direction.REQUEST ? Lost.REQUESTS : Lost.ANSWERS)) {
            return Fate.DELIVER;
        }
        lostBytes.addAndGet(piece.length);
        return Fate.LOSE;
    }

    @Override
    public void close() {
        relay.close();
    }
}
