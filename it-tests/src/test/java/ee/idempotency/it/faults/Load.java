// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Clients that send every key several times at once, in turn to all nodes. They are in groups of the same size; the keys are
 * dealt to the groups, and all of a group send a key together. A client that gets no answer sends once more, to the next
 * node.
 *
 * @param groups how many keys are under way at once
 * @param clients how many send the same key at once
 */
record Load(List<Integer> ports, History history, int groups, int clients) {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int ANSWER_SIZE = 200;

    /** Sends all keys and returns when every request has its reply. */
    void send(List<Key> keys) throws InterruptedException, ExecutionException, TimeoutException {
        ExecutorService threads = Executors.newFixedThreadPool(groups * clients);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int group = 0; group < groups; group++) {
                CyclicBarrier together = new CyclicBarrier(clients);
                for (int client = 0; client < clients; client++) {
                    int first = group;
                    int number = client;
                    running.add(threads.submit(() -> {
                        sendAll(keys, first, number, together);
                        return null;
                    }));
                }
            }
            for (Future<?> client : running) {
                client.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void sendAll(List<Key> keys, int group, int number, CyclicBarrier together)
            throws InterruptedException, BrokenBarrierException, TimeoutException {
        try (Client client = new Client(history, PATIENCE)) {
            for (int index = group; index < keys.size(); index += groups) {
                together.await(3 * PATIENCE.toSeconds(), TimeUnit.SECONDS);
                int node = number + index;
                Reply reply = client.send(port(node), keys.get(index), ANSWER_SIZE);
                if (reply instanceof Reply.Unknown || reply instanceof Reply.NotSent) {
                    client.send(port(node + 1), keys.get(index), ANSWER_SIZE);
                }
            }
        }
    }

    private int port(int number) {
        return ports.get(number % ports.size());
    }
}
