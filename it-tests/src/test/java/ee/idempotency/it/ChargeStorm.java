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

    /** Charges, and proves one charge a key, one answer a key on all nodes, and that requests did meet. */
    void assertOneChargeAKey() throws Exception {
        assertThat(refused()).as("requests that met another in progress").isPositive();
        assertThat(charges()).isEqualTo(KEYS);
        for (int key = 0; key < KEYS; key++) {
            byte[] answer = charge(nodes.get(0), run, key).body();
            for (Http node : nodes) {
                assertThat(charge(node, run, key).body()).isEqualTo(answer);
            }
        }
    }

    private int refused() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            int refused = 0;
            for (int key = 0; key < KEYS; key++) {
                for (Future<Integer> answer : clients.invokeAll(together(key))) {
                    assertThat(answer.get()).isIn(200, 409);
                    refused += answer.get() == 409 ? 1 : 0;
                }
            }
            return refused;
        } finally {
            clients.shutdownNow();
        }
    }

    /** One client each, which wait for one another before they send. */
    private List<Callable<Integer>> together(int key) {
        CyclicBarrier ready = new CyclicBarrier(CLIENTS);
        return IntStream.range(0, CLIENTS)
                .<Callable<Integer>>mapToObj(client -> () -> {
                    ready.await();
                    return charge(nodes.get(client % nodes.size()), run, key).statusCode();
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
