// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.it.server.Launch;
import ee.idempotency.it.server.Server;
import ee.idempotency.it.server.ServerKind;
import ee.idempotency.tck.Requirement;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The same WAR on all three servers at once, which share one PostgreSQL: servers of its own. They start together, and so migrate
 * together.
 */
@Tag("mixed")
class MixedServersIT {

    /** Each server calls the application by another name. */
    private static final Map<String, String> NAMESPACE = Map.of("IDEMPOTENCY_NAMESPACE", "payments");

    private static final List<Server> SERVERS = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        Path war = Path.of(System.getProperty("war"));
        for (ServerKind kind : ServerKind.values()) {
            SERVERS.add(kind.start(Launch.of(war, Nodes.newDirectory(), NAMESPACE)));
        }
        for (Server server : SERVERS) {
            server.awaitReady(Duration.ofMinutes(5));
        }
    }

    @AfterAll
    static void stop() {
        SERVERS.forEach(Server::close);
    }

    private static List<Http> nodes() {
        return SERVERS.stream().map(server -> new Http(server.uri("/"))).toList();
    }

    @Test
    @Requirement("A6")
    @Requirement("H2")
    void aRetryOnAnotherServerGetsTheSameBytes() {
        for (Http first : nodes()) {
            String run = "mixed-" + UUID.randomUUID();
            HttpResponse<byte[]> answer = ChargeStorm.charge(first, run, 1);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Idempotency-Replayed")).isEmpty();
            for (Http node : nodes()) {
                HttpResponse<byte[]> repeat = ChargeStorm.charge(node, run, 1);
                assertThat(repeat.headers().firstValue("Idempotency-Replayed")).contains("true");
                assertThat(repeat.statusCode()).isEqualTo(200);
                assertThat(repeat.headers().firstValue("Content-Type"))
                        .isEqualTo(answer.headers().firstValue("Content-Type"));
                assertThat(repeat.body()).isEqualTo(answer.body());
            }
        }
    }

    @Test
    @Requirement("C1")
    void chargeOnceAKeyWhicheverServerIsAsked() throws Exception {
        new ChargeStorm(nodes()).assertOneChargeAKey();
    }
}
