// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import ee.idempotency.testkit.Fate;
import ee.idempotency.testkit.TcpRelay;
import ee.idempotency.testkit.TcpRelay.Direction;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A network that delivers every request and loses two answers of three: one by cutting the connection, one by silence. An
 * answer is lost only after its first bytes have come back, so the server has certainly done its work.
 */
final class LossyNetwork implements AutoCloseable {

    private final TcpRelay relay;
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger cut = new AtomicInteger();
    private final AtomicInteger silenced = new AtomicInteger();

    /** A network in front of a port of the loopback address. */
    LossyNetwork(int server) {
        relay = new TcpRelay(server, Line::new);
    }

    int port() {
        return relay.port();
    }

    /** How many answers were lost by cutting. */
    int cut() {
        return cut.get();
    }

    /** How many answers were lost by silence. */
    int silenced() {
        return silenced.get();
    }

    /** One connection; once silent it stays so until the client gives up. */
    private final class Line implements TcpRelay.Hook {

        private boolean isSilent;

        @Override
        public Fate decide(Direction direction, byte[] piece) {
            if (direction == Direction.REQUEST) {
                return Fate.DELIVER;
            }
            return isSilent ? Fate.LOSE : decideAboutAnswer();
        }

        /** An answer of the example comes in one piece. */
        private Fate decideAboutAnswer() {
            switch (answers.getAndIncrement() % 3) {
                case 0 -> {
                    cut.incrementAndGet();
                    return Fate.CLOSE;
                }
                case 1 -> {
                    silenced.incrementAndGet();
                    isSilent = true;
                    return Fate.LOSE;
                }
                default -> {
                    return Fate.DELIVER;
                }
            }
        }
    }

    @Override
    public void close() {
        relay.close();
    }
}
