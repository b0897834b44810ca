// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges.messages;

import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what the listener did, and what it did not do again. */
@ApplicationScoped
public class Received implements IdempotencyListener {

    private static final AtomicInteger RUNS = new AtomicInteger();
    private static final AtomicInteger REPEATS = new AtomicInteger();

    void run() {
        RUNS.incrementAndGet();
    }

    String counts() {
        return RUNS.get() + " runs, " + REPEATS.get() + " repeats";
    }

    @Override
    public void on(IdempotencyEvent event) {
        if (event instanceof IdempotencyEvent.Replayed replayed
                && replayed.subject().operation().equals(Listener.NAME)) {
            REPEATS.incrementAndGet();
        }
    }
}
