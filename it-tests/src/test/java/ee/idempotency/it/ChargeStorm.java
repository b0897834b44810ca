// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import static ee.idempotency.it.Http.FORM;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

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
        CyclicBarrier together = new CyclicBarrier(CLIENTS);
        List<Future<List<Integer>>> answers = new ArrayList<>();
        try {
            for (int client = 0; client < CLIENTS; client++) {
                Http node = nodes.get(client % nodes.size());
                answers.add(clients.submit(() -> chargeAll(node, together)));
            }
            int refused = 0;
            for (Future<List<Integer>> answer : answers) {
                assertThat(answer.get()).isSubsetOf(200, 409);
                refused += (int)
                        answer.get().stream().filter(status -> status == 409).count();
            }
            return refused;
        } finally {
            clients.shutdownNow();
        }
    }

    private List<Integer> chargeAll(Http node, CyclicBarrier together) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int key = 0; key < KEYS; key++) {
            together.await(2, TimeUnit.MINUTES);
            statuses.add(chargeUntilAnswered(node, key).statusCode());
        }
        return statuses;
    }

    /** Sends again when a connection breaks, as a client does who has a key: a server may close one that it kept open. */
    private HttpResponse<byte[]> chargeUntilAnswered(Http node, int key) {
        try {
            return charge(node, run, key);
        } catch (UncheckedIOException broken) {
            System.out.println("storm: sent again after " + broken.getCause());
            return charge(node, run, key);
        }
    }

    static HttpResponse<byte[]> charge(Http node, String run, int key) {
        return node.post("v1/charges", run + "-" + key, FORM, "amount=100&currency=eur&description=" + run);
    }

    private long charges() throws SQLException {
        try (Connection connection = DriverManager.getConnection(TestDatabase.url(), "postgres", "postgres");
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
