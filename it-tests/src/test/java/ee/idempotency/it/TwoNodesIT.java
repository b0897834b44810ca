// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import static ee.idempotency.it.Http.FORM;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.example.server.PayaraMicro;
import ee.idempotency.tck.Requirement;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two nodes on one PostgreSQL. */
@Tag("two-nodes")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT {

    private static final int KEYS = 40;
    private static final int CLIENTS = 6;

    private static PayaraMicro one;
    private static PayaraMicro other;

    @BeforeAll
    static void start() throws Exception {
        one = startNode();
        one.awaitReady(Duration.ofMinutes(5));
        other = startNode();
        other.awaitReady(Duration.ofMinutes(5));
    }

    private static PayaraMicro startNode() throws Exception {
        return PayaraMicro.start(
                Nodes.options(Path.of(System.getProperty("war")), Nodes.newDirectory(), Map.of()), System.out);
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @Test
    @Order(1)
    @Requirement("C1")
    void chargeOnceAKeyWhicheverNodeIsAsked() throws Exception {
        String storm = "storm-" + UUID.randomUUID();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        CyclicBarrier together = new CyclicBarrier(CLIENTS);
        List<Future<List<HttpResponse<byte[]>>>> answers = new ArrayList<>();
        try {
            for (int client = 0; client < CLIENTS; client++) {
                Http node = new Http((client % 2 == 0 ? one : other).uri("/"));
                answers.add(clients.submit(() -> chargeAll(node, storm, together)));
            }
            int refused = 0;
            for (Future<List<HttpResponse<byte[]>>> answer : answers) {
                for (HttpResponse<byte[]> response : answer.get()) {
                    assertThat(response.statusCode()).isIn(200, 409);
                    refused += response.statusCode() == 409 ? 1 : 0;
                }
            }
            assertThat(refused).as("requests that met another in progress").isPositive();
        } finally {
            clients.shutdownNow();
        }
        assertThat(chargesOf(storm)).isEqualTo(KEYS);
        for (int key = 0; key < KEYS; key++) {
            assertThat(charge(new Http(one.uri("/")), storm, key).body())
                    .isEqualTo(charge(new Http(other.uri("/")), storm, key).body());
        }
    }

    private static List<HttpResponse<byte[]>> chargeAll(Http node, String storm, CyclicBarrier together)
            throws Exception {
        List<HttpResponse<byte[]>> responses = new ArrayList<>();
        for (int key = 0; key < KEYS; key++) {
            together.await();
            responses.add(charge(node, storm, key));
        }
        return responses;
    }

    @Test
    @Order(2)
    @Requirement("H2")
    void replayOnTheOtherNodeWhenOneIsKilled() {
        String run = "killed-" + UUID.randomUUID();
        HttpResponse<byte[]> first = charge(new Http(one.uri("/")), run, 1);
        one.destroyForcibly();

        HttpResponse<byte[]> repeat = charge(new Http(other.uri("/")), run, 1);

        assertThat(repeat.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(repeat.statusCode()).isEqualTo(first.statusCode());
        assertThat(repeat.body()).isEqualTo(first.body());
    }

    private static HttpResponse<byte[]> charge(Http node, String run, int key) {
        return node.post("v1/charges", run + "-" + key, FORM, "amount=100&currency=eur&description=" + run);
    }

    private static long chargesOf(String run) throws SQLException {
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
