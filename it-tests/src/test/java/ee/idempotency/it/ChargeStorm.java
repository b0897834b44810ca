// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import static ee.idempotency.it.Http.FORM;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Clients that send the same charges to several nodes at the same moment. */
final class ChargeStorm {

    private static final int KEYS = 40;
    private static final int CLIENTS = 6;

    private final List<Http> nodes;
    private final String run = "storm-" + UUID.randomUUID();

    ChargeStorm(List<Http> nodes) {
        this.nodes = nodes;
    }

    /** Charges, and proves one charge a key, one response a key on all nodes, and that requests did meet. */
    void assertOneChargeAKey() throws Exception {
        assertThat(met()).as("requests that met another in progress").isPositive();
        assertThat(charges()).isEqualTo(KEYS);
        for (int key = 0; key < KEYS; key++) {
            byte[] answer = charge(nodes.get(0), run, key).body();
            for (Http node : nodes) {
                assertThat(charge(node, run, key).body()).isEqualTo(answer);
            }
        }
    }

    /** A request and when it was under way, in {@link System#nanoTime}. */
    private record Call(long sent, long answered, int status, boolean replayed) {

        boolean ran() {
            return status == 200 && !replayed;
        }
    }

    /** How many repeats were sent before the request that ran was answered, whether they were refused or waited. */
    private long met() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            long met = 0;
            for (int key = 0; key < KEYS; key++) {
                List<Call> calls = new ArrayList<>();
                for (Future<Call> call : clients.invokeAll(together(key))) {
                    calls.add(call.get());
                }
                assertThat(calls).allSatisfy(call -> assertThat(call.status()).isIn(200, 409));
                Call ran = calls.stream().filter(Call::ran).findFirst().orElseThrow();
                met += calls.stream()
                        .filter(call -> !call.ran() && call.sent() < ran.answered())
                        .count();
            }
            return met;
        } finally {
            clients.shutdownNow();
        }
    }

    /** One client each, which wait for one another before they send. */
    private List<Callable<Call>> together(int key) {
        CyclicBarrier ready = new CyclicBarrier(CLIENTS);
        return IntStream.range(0, CLIENTS)
                .<Callable<Call>>mapToObj(client -> () -> {
                    ready.await();
                    long sent = System.nanoTime();
                    HttpResponse<byte[]> response = charge(nodes.get(client % nodes.size()), run, key);
                    boolean replayed = response.headers()
                            .firstValue("Idempotency-Replayed")
                            .isPresent();
                    return new Call(sent, System.nanoTime(), response.statusCode(), replayed);
                })
                .toList();
    }

    static HttpResponse<byte[]> charge(Http node, String run, int key) {
        return node.post("v1/charges", run + "-" + key, FORM, "amount=100&currency=eur&description=" + run);
    }

    private long charges() throws SQLException {
        try (Connection connection = TestDatabase.connect();
                PreparedStatement count =
                        connection.prepareStatement("select count(*) from payments_charge where description = ?")) {
            count.setString(1, run);
            try (ResultSet rows = count.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
