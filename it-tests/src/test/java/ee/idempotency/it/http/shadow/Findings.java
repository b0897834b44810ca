// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.shadow;

import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what shadow mode has found. */
@ApplicationScoped
public class Findings implements IdempotencyListener {

    private final List<String> found = new CopyOnWriteArrayList<>();

    @Override
    public void on(IdempotencyEvent event) {
        if (event instanceof IdempotencyEvent.Shadowed shadowed) {
            found.add(shadowed.operation() + " " + shadowed.finding());
        }
    }

    /** One line for each, in their order. */
    String all() {
        return String.join("\n", found);
    }
}
