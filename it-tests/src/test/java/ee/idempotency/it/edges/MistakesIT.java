// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.it.Carrier;
import ee.idempotency.it.Wars;
import ee.idempotency.it.edges.mistakes.Forgetful;
import ee.idempotency.it.edges.seams.BrokenSeams;
import ee.idempotency.it.server.ServerKind;
import ee.idempotency.spi.ClaimGate;
import ee.idempotency.spi.OutcomeSeal;
import ee.idempotency.tck.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * Deployments that stop, on each server, because something would not be protected: each beside the others and beside one
 * without a mistake, which serves. A server of its own: each start of it ends with errors.
 */
@Tag("deployments")
class MistakesIT {

    private static final String NOT_ON_PAYARA = "wildfly|liberty";

    /** Served by each of these WARs that is deployed. */
    private static final String PROOF = "proof.txt";

    private static final String SETTINGS = """
            idempotency.lease=soon
            idempotency.sweep.batch-size=0
            idempotency.http.protect=everything
            """;

    private static final String UNIT = """
            <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
              <persistence-unit name="idempotency" transaction-type="JTA">
                <jta-data-source>java:comp/DefaultDataSource</jta-data-source>
                <class>ee.idempotency.persistence.IdempotencyRecordEntity</class>
                <exclude-unlisted-classes>true</exclude-unlisted-classes>
              </persistence-unit>
            </persistence>
            """;

    private static final String WEB_XML = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <absolute-ordering/>
            </web-app>
            """;

    private static Carrier carrier;

    @BeforeAll
    static void start() {
        List<WebArchive> wars = new ArrayList<>(List.of(
                Wars.libraries("forgetful.war").addPackage(Forgetful.class.getPackage()),
                Wars.libraries("later.war").addClass(Later.class),
                wrongSettings(),
                Wars.libraries("seams.war").addPackage(BrokenSeams.class.getPackage())));
        if (ServerKind.ofThisRun() == ServerKind.PAYARA) {
            wars.add(withUnitOfNoProvider());
            wars.add(Wars.libraries("unordered.war").setWebXML(new StringAsset(WEB_XML)));
        }
        wars.forEach(war -> war.addAsWebResource(new StringAsset(""), PROOF));
        wars.add(0, ApartIT.war("right.war"));
        carrier = Carrier.start(wars, Map.of(), launch -> launch);
    }

    private static WebArchive wrongSettings() {
        String services = "META-INF/services/";
        return Wars.libraries("settings.war")
                .addClass(Announcements.class)
                .addAsResource(new StringAsset(SETTINGS), "META-INF/microprofile-config.properties")
                .addPackage(BrokenSeams.class.getPackage())
                .addAsResource(new StringAsset("org.example.Absent"), services + ClaimGate.class.getName())
                .addAsResource(
                        new StringAsset(BrokenSeams.Seal.class.getName()), services + OutcomeSeal.class.getName());
    }

    private static WebArchive withUnitOfNoProvider() {
        WebArchive war = Wars.libraries("eclipselink.war");
        Wars.takeDefaultUnit(war);
        return war.addAsLibrary(ShrinkWrap.create(JavaArchive.class, "unit.jar")
                .addAsManifestResource(new StringAsset(UNIT), "persistence.xml"));
    }

    @AfterAll
    static void stop() {
        if (carrier != null) {
            carrier.close();
        }
    }

    private static void assertStopped(String application, String... problems) {
        Awaitility.await(application)
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(carrier.log()).contains(problems));
        assertThat(status("/" + application + "/" + PROOF)).isEqualTo(404);
        assertThat(status("/idempotency-policy"))
                .as("of the application beside it")
                .isEqualTo(200);
    }

    private static int status(String path) {
        return Calls.get(carrier.server(), path).statusCode();
    }

    @Test
    @Requirement("H20")
    void anApplicationListsItsResourcesAndNotTheFeature() {
        assertStopped(
                "forgetful",
                Forgetful.class.getName() + " lists its classes and not",
                Forgetful.AsBean.class.getName(),
                Forgetful.AsObject.class.getName(),
                Forgetful.Located.class.getName(),
                Forgetful.Hidden.class.getName());
    }

    @Test
    @Requirement("A9")
    void anEjbAnswersLater() {
        assertStopped("later", Later.class.getName() + ".compute: an asynchronous result cannot be stored");
    }

    @Test
    @Requirement("A4")
    @Requirement("H16")
    @Requirement("O12")
    void aDeploymentStopsWithOneListOfAllMistakes() {
        assertStopped(
                "settings",
                "idempotency.lease = soon: must be an ISO-8601 duration",
                "idempotency.sweep.batch-size = 0: must be a whole number from 1 to 100000",
                "idempotency.http.protect = everything: must be one of annotated, all",
                "Announcements.announce: events and chunks cannot be stored and replayed",
                "META-INF/services/" + ClaimGate.class.getName(),
                "org.example.Absent",
                BrokenSeams.Seal.class.getName() + ": this OutcomeSeal cannot be constructed");
    }

    @Test
    @Requirement("O12")
    void aDeploymentStopsWithOneListOfSeamsThatCannotBeConstructed() {
        assertStopped(
                "seams",
                BrokenSeams.Listener.class.getName()
                        + ": this IdempotencyListener cannot be constructed (java.lang.IllegalStateException: no registry)",
                BrokenSeams.Gate.class.getName()
                        + ": this ClaimGate cannot be constructed (java.lang.NoClassDefFoundError: no counter)",
                BrokenSeams.Seal.class.getName()
                        + ": this OutcomeSeal cannot be constructed (java.lang.IllegalStateException: no keys)");
    }

    /** Payara gives a unit to its EclipseLink that names no provider. */
    @Test
    @Requirement("S1")
    @DisabledIfSystemProperty(named = "test.server.kind", matches = NOT_ON_PAYARA, disabledReason = "Payara's way")
    void aDeploymentStopsWhereTheUnitIsEclipseLinks() {
        assertStopped("eclipselink", "The persistence unit 'idempotency' is not Hibernate's");
    }

    /** Payara injects nothing into libraries whose web fragments are left out. */
    @Test
    @Requirement("A9")
    @DisabledIfSystemProperty(named = "test.server.kind", matches = NOT_ON_PAYARA, disabledReason = "Payara's way")
    void aDeploymentStopsWhereTheUnitIsNotInjected() {
        assertStopped("unordered", "has not injected the persistence unit 'idempotency'");
    }
}
