// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.it.server.Launch;
import ee.idempotency.it.server.Server;
import ee.idempotency.it.server.ServerKind;
import ee.idempotency.tck.Requirement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What a deployer sees who has not migrated. A server of its own: any other application of the server would have. */
class MissingTableIT {

    @Test
    @Requirement("S1")
    @EnabledIfSystemProperty(named = "test.database", matches = "h2", disabledReason = "Once is enough")
    void aDeploymentStopsWhereNobodyMadeTheTable() throws Exception {
        Launch unmigrated = Launch.of(
                Path.of(System.getProperty("war")), Nodes.newDirectory(), Map.of("IDEMPOTENCY_MIGRATE", "false"));
        Server node = ServerKind.ofThisRun().start(unmigrated);
        try {
            assertThatThrownBy(() -> node.awaitReady(Duration.ofMinutes(5)))
                    .hasMessageContaining("did not deploy")
                    .hasMessageContaining("There is no table idempotency_record")
                    .hasMessageContaining("run docs/schema/h2.sql");
        } finally {
            node.close();
        }
    }
}
