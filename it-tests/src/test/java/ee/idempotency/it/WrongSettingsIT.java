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
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What a deployer sees who made mistakes. Each test has a server of its own, which ends with the deployment. */
class WrongSettingsIT {

    @Test
    @Requirement("A4")
    @Requirement("H16")
    void aDeploymentStopsWithOneListOfAllMistakes() throws Exception {
        Path directory = Nodes.newDirectory();
        Path war = directory.resolve("wrong.war");
        Wars.example().addClass(Announcements.class).as(ZipExporter.class).exportTo(war.toFile());
        Launch wrong = Launch.of(
                war,
                directory,
                Map.of(
                        "IDEMPOTENCY_LEASE", "soon",
                        "IDEMPOTENCY_SWEEP_BATCH_SIZE", "0",
                        "IDEMPOTENCY_HTTP_PROTECT", "everything"));
        Server node = ServerKind.ofThisRun().start(wrong);
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

    @Test
    @Requirement("S1")
    @EnabledIfSystemProperty(named = "test.database", matches = "h2", disabledReason = "Once is enough")
    void aDeploymentStopsWhereNobodyMadeTheTable() throws Exception {
        Launch unmigrated = Launch.of(
                Path.of(System.getProperty("war")), Nodes.newDirectory(), Map.of("IDEMPOTENCY_MIGRATE", "false"));
        assertThatThrownBy(() -> startAndClose(unmigrated))
                .hasMessageContaining("did not deploy")
                .hasMessageContaining("There is no table idempotency_record")
                .hasMessageContaining("run docs/schema/h2.sql");
    }

    /** Payara gives a unit to its EclipseLink that names no provider. */
    @Test
    @Requirement("S1")
    @EnabledIfSystemProperty(named = "test.database", matches = "h2", disabledReason = "Once is enough")
    void aDeploymentStopsWhereTheUnitIsEclipseLinks() throws Exception {
        Path directory = Nodes.newDirectory();
        Path war = directory.resolve("eclipselink.war");
        WebArchive example = Wars.example();
        ArchivePath defaultUnit = example.getContent(Filters.include(".*idempotency-default-unit.*")).keySet().stream()
                .findFirst()
                .orElseThrow();
        example.delete(defaultUnit);
        example.addAsLibrary(ShrinkWrap.create(JavaArchive.class, "unit.jar")
                .addAsManifestResource(new StringAsset("""
                                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
                                  <persistence-unit name="idempotency" transaction-type="JTA">
                                    <jta-data-source>java:comp/DefaultDataSource</jta-data-source>
                                    <class>ee.idempotency.persistence.IdempotencyRecordEntity</class>
                                    <exclude-unlisted-classes>true</exclude-unlisted-classes>
                                  </persistence-unit>
                                </persistence>
                                """), "persistence.xml"));
        example.as(ZipExporter.class).exportTo(war.toFile());
        Launch options = Launch.of(war, directory, Map.of());
        assertThatThrownBy(() -> startAndClose(options))
                .hasMessageContaining("did not deploy")
                .hasMessageContaining("The persistence unit 'idempotency' is not Hibernate's");
    }

    /** Payara injects nothing into libraries whose web fragments are left out. */
    @Test
    @Requirement("A9")
    @EnabledIfSystemProperty(named = "test.database", matches = "h2", disabledReason = "Once is enough")
    void aDeploymentStopsWhereTheUnitIsNotInjected() throws Exception {
        Path directory = Nodes.newDirectory();
        Path war = directory.resolve("unordered.war");
        Wars.example().setWebXML(new StringAsset("""
                        <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                          <absolute-ordering/>
                        </web-app>
                        """)).as(ZipExporter.class).exportTo(war.toFile());
        Launch options = Launch.of(war, directory, Map.of());
        assertThatThrownBy(() -> startAndClose(options))
                .hasMessageContaining("did not deploy")
                .hasMessageContaining("has not injected the persistence unit 'idempotency'");
    }

    private static void startAndClose(Launch options) throws Exception {
        Server node = ServerKind.ofThisRun().start(options);
        try {
            node.awaitReady(Duration.ofMinutes(5));
        } finally {
            node.close();
        }
    }
}
