// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis;

import ee.idempotency.spi.IdempotencyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients of two nodes, which send every key several times, while something fails. */
final class Load {

    private static final int KEYS = 3000;
    private static final int THREADS = 8;
    private static final int REQUESTS = KEYS * Witness.REPEATS;

    private final Witness witness;
    private final IdempotencyStore node;
    private final IdempotencyStore otherNode;
    private final AtomicInteger next = new AtomicInteger();

    Load(Witness witness, IdempotencyStore node, IdempotencyStore otherNode) {
        this.witness = witness;
        this.node = node;
        this.otherNode = otherNode;
    }

    /** Sends all over both nodes; runs the faults when so many have been sent. */
    void run(Runnable atOneThird, Runnable atTwoThirds) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                ends.add(clients.submit(() -> client(atOneThird, atTwoThirds)));
            }
            for (Future<?> end : ends) {
                end.get(2, TimeUnit.MINUTES);
            }
        } finally {
            clients.shutdownNow();
        }
        witness.assertOneEffectAKey(KEYS);
    }

    private void client(Runnable atOneThird, Runnable atTwoThirds) {
        for (int turn = next.getAndIncrement(); turn < REQUESTS; turn = next.getAndIncrement()) {
            if (turn == REQUESTS / 3) {
                atOneThird.run();
            } else if (turn == REQUESTS * 2 / 3) {
                atTwoThirds.run();
            }
            witness.send(turn % 2 == 0 ? node : otherNode, "k" + turn / Witness.REPEATS);
        }
    }
}
