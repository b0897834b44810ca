// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

/** How soon the nodes do their work again once the fault is over. */
final class Recovery {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Recovery() {}

    /** Sends fresh keys until each node has answered one with 2xx, and returns how long that took. */
    static long millis(List<Integer> ports) {
        long start = System.nanoTime();
        for (int port : ports) {
            awaitSuccess(port, start);
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static void awaitSuccess(int port, long start) {
        try (Client client = new Client(new History(), PATIENCE)) {
            for (Key key : Key.fresh("recovery", Mode.all().size())) {
                while (!(client.send(port, key, 1) instanceof Reply.Success)) {
                    assertThat(System.nanoTime() - start)
                            .as("the node answers again")
                            .isLessThan(PATIENCE.toNanos());
                }
            }
        }
    }
}
