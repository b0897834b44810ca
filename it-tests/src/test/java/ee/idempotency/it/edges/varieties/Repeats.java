// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges.varieties;

import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts repeats of what nobody waits for. */
@ApplicationScoped
public class Repeats implements IdempotencyListener {

    private static final AtomicInteger SEEN = new AtomicInteger();

    static int seen() {
        return SEEN.get();
    }

    @Override
    public void on(IdempotencyEvent event) {
        if (event instanceof IdempotencyEvent.Replayed replayed
                && replayed.subject().operation().equals(Sender.NAME)) {
            SEEN.incrementAndGet();
        }
    }
}
