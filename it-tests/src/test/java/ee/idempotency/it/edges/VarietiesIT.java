// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.it.Nodes;
import ee.idempotency.it.Wars;
import ee.idempotency.it.edges.remote.FarAway;
import ee.idempotency.it.edges.varieties.Everything;
import ee.idempotency.it.edges.varieties.Guarded;
import ee.idempotency.it.server.Launch;
import ee.idempotency.it.server.Server;
import ee.idempotency.it.server.ServerKind;
import ee.idempotency.tck.Requirement;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * EJBs in other forms than a plain class with an annotated method. A server of its own: the shared ones would then have these
 * beans, too.
 */
@Tag("deployments")
@Requirement("A9")
class VarietiesIT {

    private static Server server;
    private static Path log;

    @BeforeAll
    static void start() throws Exception {
        Path directory = Nodes.newDirectory();
        Path war = directory.resolve("varieties.war");
        WebArchive application = Wars.libraries().addPackage(Everything.class.getPackage());
        if (ServerKind.ofThisRun() == ServerKind.WILDFLY) {
            application.addPackage(FarAway.class.getPackage());
        }
        application.as(ZipExporter.class).exportTo(war.toFile());
        server = ServerKind.ofThisRun().start(Launch.of(war, directory, Map.of()));
        log = directory.resolve("server.log");
        server.awaitReady(Duration.ofMinutes(5));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static String call(String which, String key) {
        HttpResponse<String> answer = Calls.post(server, "/varieties/" + which + "/" + key, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    @EnabledIfSystemProperty(named = "test.server.kind", matches = "wildfly", disabledReason = "See docs/servers.md")
    void aRemoteInterfaceGetsTheFirstResult() {
        aRepeatGetsTheFirstResult("remote");
    }

    @ParameterizedTest
    @ValueSource(strings = {"interface", "child", "other"})
    void aRepeatGetsTheFirstResult(String which) {
        String key = UUID.randomUUID().toString();
        String first = call(which, key);

        assertThat(call(which, key)).isEqualTo(first);
        assertThat(call(which, key + "2")).isNotEqualTo(first);
    }

    @Test
    @Requirement("A10")
    void twoEjbsThatInheritAMethodHaveAnOperationEach() {
        String key = UUID.randomUUID().toString();

        assertThat(call("child", key)).isNotEqualTo(call("other", key));
    }

    @Test
    void anAsynchronousMethodRunsOnce() {
        String key = UUID.randomUUID().toString();
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            call("send", key); // refused while the first one runs
            return !call("counts", key).endsWith(" 0 repeats");
        });

        assertThat(call("counts", key)).startsWith("1 runs, ");
    }

    @Test
    @Requirement("H20")
    void aResourceOfAnApplicationWithoutTheFeatureIsRefused() throws Exception {
        HttpResponse<String> refused = Calls.post(server, "/needy/guarded", "key-" + UUID.randomUUID());

        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(refused.body()).doesNotContain("created");
        assertThat(Files.readString(log)).contains("IDEM-0319", "IDEM-0205 " + Guarded.class.getName() + ".create");
        assertThat(Calls.post(server, "/guarded", "key-" + UUID.randomUUID()).body())
                .isEqualTo("created");
    }
}
