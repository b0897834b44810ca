// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.example.server.PayaraMicro;
import ee.idempotency.tck.Requirement;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.sse.SseEventSink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.junit.jupiter.api.Test;

/** What a deployer sees who made mistakes. */
class WrongSettingsIT {

    /** Events, whose last one nobody knows. */
    @jakarta.ws.rs.Path("/announcements")
    @RequestScoped
    public static class Announcements {

        /** Cannot be protected. */
        @POST
        @IdempotentOperation
        public void announce(@Context SseEventSink sink) {
            sink.close();
        }
    }

    @Test
    @Requirement("A4")
    @Requirement("H16")
    void aDeploymentStopsWithOneListOfAllMistakes() throws Exception {
        Path directory = Nodes.newDirectory();
        Path war = directory.resolve("wrong.war");
        Wars.example().addClass(Announcements.class).as(ZipExporter.class).exportTo(war.toFile());
        PayaraMicro.Options wrong = Nodes.options(
                war,
                directory,
                Map.of(
                        "IDEMPOTENCY_LEASE", "soon",
                        "IDEMPOTENCY_SWEEP_BATCH_SIZE", "0",
                        "IDEMPOTENCY_HTTP_PROTECT", "everything"));
        PayaraMicro node = PayaraMicro.start(wrong, System.out);
        try {
            assertThatThrownBy(() -> node.awaitReady(Duration.ofMinutes(5)))
                    .hasMessageContaining("did not deploy")
                    .hasMessageContaining("idempotency.lease = soon: must be an ISO-8601 duration")
                    .hasMessageContaining("idempotency.sweep.batch-size = 0: must be a whole number from 1 to 100000")
                    .hasMessageContaining("idempotency.http.protect = everything: must be one of annotated, all")
                    .hasMessageContaining("Announcements.announce: events and chunks cannot be stored and replayed");
        } finally {
            node.close();
        }
    }
}
