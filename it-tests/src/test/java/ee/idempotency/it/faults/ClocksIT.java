// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ee.idempotency.tck.Requirement;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two nodes whose clocks are four hours apart. Needs libfaketime, Debian package {@code faketime}. */
@FaultTest
class ClocksIT {

    private static final Duration LEASE_LEFT = Duration.ofMinutes(30);

    @Test
    @Requirement("C10")
    void nobodyTakesOverEarlyBecauseItsClockIsWrong(Cluster cluster) throws Exception {
        Optional<Path> faketime = faketime();
        assumeTrue(faketime.isPresent(), "libfaketime is not installed (Debian package faketime)");
        Path library = faketime.orElseThrow();
        try (FaultNode ahead = cluster.node(20, clock(library, "+2h"));
                FaultNode behind = cluster.node(20, clock(library, "-2h"))) {
            ahead.awaitReady();
            behind.awaitReady();
            compare(cluster, ahead, behind);
        }
    }

    private static void compare(Cluster cluster, FaultNode ahead, FaultNode behind) throws Exception {
        assertThat(ahead(ahead)).isBetween(Duration.ofMinutes(119), Duration.ofMinutes(121));
        assertThat(ahead(behind)).isBetween(Duration.ofMinutes(-121), Duration.ofMinutes(-119));
        List<Integer> nodes = List.of(ahead.port(), behind.port());
        claimsAreRespected(cluster, nodes, Key.fresh("clock", Counts.CLOCK_KEYS));
    }

    private static void claimsAreRespected(Cluster cluster, List<Integer> nodes, List<Key> keys) throws Exception {
        History first = new History();
        new Load(nodes, first, 8, 2).send(keys);
        assertThat(cluster.effects().takeovers(keys)).as("early takeovers").isZero();
        assertThat(Settling.judgeStrictly(cluster, first, keys, "clocks four hours apart")
                        .effects())
                .isEqualTo(keys.size());

        assertThat(cluster.effects().abandon(keys, LEASE_LEFT)).isEqualTo(keys.size());
        History second = new History();
        new Load(nodes, second, 8, 2).send(keys);
        assertThat(second.events())
                .hasSize(2 * keys.size())
                .allSatisfy(event -> assertThat(event.reply()).isEqualTo(new Reply.Refused(409, "in-progress", true)));
        assertThat(cluster.effects().takeovers(keys)).as("early takeovers").isZero();

        assertThat(cluster.effects().expireLeases(keys)).isEqualTo(keys.size());
        new Load(nodes, new History(), 8, 2).send(keys);
        assertThat(cluster.effects().takeovers(keys)).as("takeovers in time").isEqualTo(keys.size());
        System.out.println("faults: " + keys.size() + " keys, nodes at +2 h and -2 h, no early takeover");
    }

    private static Map<String, String> clock(Path faketime, String offset) {
        return Map.of("LD_PRELOAD", faketime.toString(), "FAKETIME", offset);
    }

    private static Optional<Path> faketime() throws IOException {
        Path libraries = Path.of("/usr/lib");
        if (!Files.isDirectory(libraries)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.find(
                libraries, 3, (file, attributes) -> file.endsWith(Path.of("faketime", "libfaketime.so.1")))) {
            return files.findFirst();
        }
    }

    /** How far a node's clock is ahead. */
    private static Duration ahead(FaultNode node) throws IOException {
        try (InputStream clock = URI.create("http://127.0.0.1:" + node.port() + "/witness/clock")
                .toURL()
                .openStream()) {
            Instant there = Instant.parse(new String(clock.readAllBytes(), StandardCharsets.US_ASCII));
            return Duration.between(Instant.now(), there);
        }
    }
}
