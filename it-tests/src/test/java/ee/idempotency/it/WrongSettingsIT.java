// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.example.server.PayaraMicro;
import ee.idempotency.tck.Requirement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a deployer sees who made mistakes. */
class WrongSettingsIT {

    @Test
    @Requirement("A4")
    void aDeploymentStopsWithOneListOfAllMistakes() throws Exception {
        PayaraMicro.Options wrong = Nodes.options(
                Path.of(System.getProperty("war")),
                Nodes.newDirectory(),
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
                    .hasMessageContaining("idempotency.http.protect = everything: must be one of annotated, all");
        } finally {
            node.close();
        }
    }
}
