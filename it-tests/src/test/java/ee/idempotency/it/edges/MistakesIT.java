// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.it.Nodes;
import ee.idempotency.it.Wars;
import ee.idempotency.it.edges.mistakes.Forgetful;
import ee.idempotency.it.server.Launch;
import ee.idempotency.it.server.Server;
import ee.idempotency.it.server.ServerKind;
import ee.idempotency.tck.Requirement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Deployments that stop, on each server, because something would not be protected. Each has a server of its own, which ends with
 * the deployment.
 */
@Tag("deployments")
class MistakesIT {

    @Test
    @Requirement("H20")
    void anApplicationListsItsResourcesAndNotTheFeature() {
        assertThatThrownBy(() -> deploy(Wars.libraries().addPackage(Forgetful.class.getPackage())))
                .hasMessageContaining("did not deploy")
                .hasMessageContaining(Forgetful.class.getName() + " lists its classes and not")
                .hasMessageContaining(Forgetful.AsBean.class.getName())
                .hasMessageContaining(Forgetful.AsObject.class.getName())
                .hasMessageContaining(Forgetful.Located.class.getName())
                .hasMessageContaining(Forgetful.Hidden.class.getName());
    }

    @Test
    @Requirement("A9")
    void anEjbAnswersLater() {
        assertThatThrownBy(() -> deploy(Wars.libraries().addClass(Later.class)))
                .hasMessageContaining("did not deploy")
                .hasMessageContaining(Later.class.getName() + ".compute: an asynchronous result cannot be stored");
    }

    private static void deploy(WebArchive war) throws Exception {
        Path directory = Nodes.newDirectory();
        Path file = directory.resolve("mistake.war");
        war.as(ZipExporter.class).exportTo(file.toFile());
        Server node = ServerKind.ofThisRun().start(Launch.of(file, directory, Map.of()));
        try {
            node.awaitReady(Duration.ofMinutes(5));
        } finally {
            node.close();
        }
    }
}
