// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.it.Carrier;
import ee.idempotency.it.TestDatabase;
import ee.idempotency.it.Wars;
import ee.idempotency.it.http.war.Witness;
import ee.idempotency.it.server.ServerKind;
import ee.idempotency.tck.Requirement;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A pool whose idle connections the database has closed, as a restart at night does; then one request at a time, in each
 * mode. A server of its own: its pool must have grown and be idle, and the database closes the connections of all that run.
 */
@Requirement("H7")
@Tag("one-database")
class IdlePoolIT {

    private static final int CONNECTIONS = 20;
    private static final int REQUESTS = 30;
    private static final int CLIENTS = Witness.THREADS - 1;

    /** WildFly's pool looks at its idle connections every two seconds and not before. */
    private static final Duration TO_NOTICE = Duration.ofSeconds(30);

    private static OneNode.Running node;

    @BeforeAll
    static void start() {
        List<WebArchive> wars = List.of(OneNode.war("idle.war", Wars.example(), Map.of()));
        node = new OneNode.Running(
                Carrier.start(wars, Map.of(), launch -> launch.sized(CONNECTIONS, Witness.THREADS)), "");
    }

    @AfterAll
    static void stop() {
        if (node != null) {
            node.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-commit", "joined", "independent"})
    void oneRequestAtATimeFindsALivingConnection(String mode) throws Exception {
        growPool();
        assertThat(closeIdleSessions()).as("idle connections").isGreaterThanOrEqualTo(CLIENTS);
        if (ServerKind.ofThisRun() == ServerKind.WILDFLY) {
            Awaitility.await("an answer").atMost(TO_NOTICE).until(() -> status(mode) == 200);
        }
        List<Integer> statuses =
                Stream.generate(() -> status(mode)).limit(REQUESTS).toList();
        assertThat(statuses).containsOnly(200);
    }

    private static int status(String mode) {
        return new Trial(node, mode).post("effect").statusCode();
    }

    /** Each request holds a connection until all are there; one thread of the server is left to open the gates. */
    private static void growPool() {
        Trial opener = new Trial(node, "one-commit");
        List<Trial> trials = Stream.generate(() -> new Trial(node, "one-commit"))
                .limit(CLIENTS)
                .toList();
        List<CompletableFuture<HttpResponse<String>>> all = trials.stream()
                .map(trial -> trial.later("commit-gate/" + trial.key, trial.work))
                .toList();
        trials.forEach(trial -> opener.awaitReached(trial.key));
        trials.forEach(trial -> opener.open(trial.key));
        assertThat(all)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
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
