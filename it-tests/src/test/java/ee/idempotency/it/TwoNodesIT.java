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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Two nodes on one PostgreSQL, of which one is killed: servers of its own. */
@Tag("two-nodes")
@EnabledIfSystemProperty(named = "test.database", matches = "postgresql", disabledReason = "Looks into PostgreSQL")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT {

    private static Server one;
    private static Server other;

    @BeforeAll
    static void start() throws Exception {
        one = startNode();
        other = startNode();
        one.awaitReady(Duration.ofMinutes(5));
        other.awaitReady(Duration.ofMinutes(5));
    }

    private static Server startNode() throws Exception {
        return ServerKind.ofThisRun()
                .start(Launch.of(Path.of(System.getProperty("war")), Nodes.newDirectory(), Map.of()));
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
        new ChargeStorm(List.of(new Http(one.uri("/")), new Http(other.uri("/")))).assertOneChargeAKey();
    }

    @Test
    @Order(2)
    @Requirement("H2")
    void replayOnTheOtherNodeWhenOneIsKilled() {
        String run = "killed-" + UUID.randomUUID();
        HttpResponse<byte[]> first = ChargeStorm.charge(new Http(one.uri("/")), run, 1);
        one.kill();

        HttpResponse<byte[]> repeat = ChargeStorm.charge(new Http(other.uri("/")), run, 1);

        assertThat(repeat.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(repeat.statusCode()).isEqualTo(first.statusCode());
        assertThat(repeat.body()).isEqualTo(first.body());
    }
}
