// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.it.Nodes;
import ee.idempotency.it.Wars;
import ee.idempotency.it.edges.roles.Secured;
import ee.idempotency.it.server.Launch;
import ee.idempotency.it.server.Server;
import ee.idempotency.it.server.ServerKind;
import ee.idempotency.tck.Requirement;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Callers with BASIC authentication by the server, who all act for one customer: a stored answer goes to nobody who may not
 * make the call now, no matter who made it first. A server of its own: it knows the users of its application.
 */
@Tag("deployments")
@Requirement("H15")
class RolesIT {

    private static final String WEB_XML = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <context-param>
                <param-name>resteasy.role.based.security</param-name><param-value>true</param-value>
              </context-param>
              <security-constraint>
                <web-resource-collection>
                  <web-resource-name>orders</web-resource-name><url-pattern>/constrained/*</url-pattern>
                </web-resource-collection>
                <auth-constraint><role-name>clerk</role-name></auth-constraint>
              </security-constraint>
              <security-role><role-name>clerk</role-name></security-role>
            </web-app>
            """;

    private static Server server;

    private final String alice = "alice-" + UUID.randomUUID();
    private final String bob = "bob-" + UUID.randomUUID();
    private final String key = "key-" + UUID.randomUUID();

    @BeforeAll
    static void start() throws Exception {
        Path directory = Nodes.newDirectory();
        Path war = directory.resolve("roles.war");
        Wars.libraries()
                .addPackage(Secured.class.getPackage())
                .setWebXML(new StringAsset(WEB_XML))
                .as(ZipExporter.class)
                .exportTo(war.toFile());
        server = ServerKind.ofThisRun().start(Launch.of(war, directory, Map.of()));
        server.awaitReady(Duration.ofMinutes(5));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bean", "/ejb", "/class", "/constrained", "/called"})
    void aStoredAnswerGoesOnlyToThoseWhoMayMakeTheCallNow(String path) {
        letBeClerk(alice, true);
        HttpResponse<String> first = post(path, alice);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);

        assertThat(post(path, alice).body()).isEqualTo(first.body());
        assertRefused(post(path, bob), first);
        assertRefused(Calls.post(server, path, key), first);

        letBeClerk(bob, true);
        assertThat(post(path, bob).body()).isEqualTo(first.body());

        letBeClerk(alice, false);
        assertRefused(post(path, alice), first);
    }

    private static void assertRefused(HttpResponse<String> answer, HttpResponse<String> first) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(401, 403);
        assertThat(answer.body()).doesNotContain(first.body());
        assertThat(answer.headers().firstValue("Idempotency-Replayed")).isEmpty();
    }

    private static void letBeClerk(String user, boolean clerk) {
        assertThat(Calls.put(server, "/clerks/" + user + "/" + clerk).statusCode())
                .isEqualTo(204);
    }

    /** A request of a user, whose password is their name. */
    private HttpResponse<String> post(String path, String user) {
        String credentials = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        return Calls.post(server, path, key, "Authorization", "Basic " + credentials);
    }
}
