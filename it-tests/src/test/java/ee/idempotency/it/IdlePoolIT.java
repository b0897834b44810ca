// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.it.server.Launch;
import ee.idempotency.it.server.Server;
import ee.idempotency.it.server.ServerKind;
import ee.idempotency.tck.Requirement;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A pool whose idle connections the database has closed, as a restart at night does; then one request at a time. A server of
 * its own: its pool must have grown and be idle, and the database closes the connections of all that run.
 */
@Tag("one-database")
class IdlePoolIT {

    private static final int CLIENTS = 16;
    private static final int REQUESTS = 30;

    @Test
    @Requirement("H7")
    void oneRequestAtATimeFindsALivingConnection() throws Exception {
        Launch launch = Launch.of(Path.of(System.getProperty("war")), Nodes.newDirectory(), Map.of());
        try (Server server = ServerKind.ofThisRun().start(launch)) {
            server.awaitReady(Duration.ofMinutes(5));
            Http http = new Http(server.uri("/"));
            growPool(http);
            int closed = closeIdleSessions();
            assertThat(closed).as("idle connections").isGreaterThan(2);
            List<Integer> statuses = new ArrayList<>();
            for (int request = 0; request < REQUESTS; request++) {
                statuses.add(charge(http));
            }
            assertThat(statuses).allMatch(status -> status == 200);
        }
    }

    private static void growPool(Http http) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        CyclicBarrier together = new CyclicBarrier(CLIENTS);
        try {
            for (int round = 0; round < 10; round++) {
                List<Future<Integer>> answers = new ArrayList<>();
                for (int client = 0; client < CLIENTS; client++) {
                    answers.add(clients.submit(() -> {
                        together.await();
                        return charge(http);
                    }));
                }
                for (Future<Integer> answer : answers) {
                    assertThat(answer.get()).isEqualTo(200);
                }
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private static int charge(Http http) {
        return http.post("v1/charges", UUID.randomUUID().toString(), Http.FORM, "amount=1999&currency=eur")
                .statusCode();
    }

    private static int closeIdleSessions() throws SQLException {
        try (Connection connection = TestDatabase.connect();
                Statement statement = connection.createStatement();
                ResultSet closed =
                        statement.executeQuery("select count(pg_terminate_backend(pid, 10000)) from pg_stat_activity"
                                + " where backend_type = 'client backend' and pid <> pg_backend_pid()")) {
            closed.next();
            return closed.getInt(1);
        }
    }
}
