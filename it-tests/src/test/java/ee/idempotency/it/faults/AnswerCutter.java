// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

import ee.idempotency.testkit.Fate;
import ee.idempotency.testkit.TcpRelay;
import ee.idempotency.testkit.TcpRelay.Direction;
import java.util.concurrent.atomic.AtomicInteger;

/** The network between a client and a node: it delivers the first bytes of an answer and resets the connection. */
final class AnswerCutter implements AutoCloseable {

    private final TcpRelay relay;
    private final AtomicInteger cuts = new AtomicInteger();

    /** Cuts every answer of the server after {@code offset} bytes. */
    AnswerCutter(int server, int offset) {
        relay = new TcpRelay(server, () -> new Cut(offset));
    }

    int port() {
        return relay.port();
    }

    int cuts() {
        return cuts.get();
    }

    /** One connection. */
    private final class Cut implements TcpRelay.Hook {

        private int left;

        Cut(int offset) {
            left = offset;
        }

        @Override
        public Fate decide(Direction direction, byte[] piece) {
            if (direction == Direction.REQUEST) {
                return Fate.DELIVER;
            }
            if (piece.length > left) {
                cuts.incrementAndGet();
                return Fate.resetAfter(left);
            }
            left -= piece.length;
            return Fate.DELIVER;
        }
    }

    @Override
    public void close() {
        relay.close();
    }
}
