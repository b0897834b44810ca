// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.it.Carrier;
import ee.idempotency.it.Wars;
import ee.idempotency.it.edges.roles.Secured;
import ee.idempotency.it.server.Server;
import ee.idempotency.tck.Requirement;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Callers with BASIC authentication by the server, who all act for one customer: a stored answer goes to nobody who may not
 * make the call now, no matter who made it first.
 */
@Order(OneServer.ORDER)
@Tag("deployments")
@ExtendWith(OneServer.class)
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

    private final Server server;
    private final String alice = "alice-" + UUID.randomUUID();
    private final String bob = "bob-" + UUID.randomUUID();
    private final String key = "key-" + UUID.randomUUID();

    RolesIT(Carrier carrier) {
        this.server = carrier.server();
    }

    /** It knows the users of its application. */
    static WebArchive war() {
        return Wars.libraries("roles.war")
                .addPackage(Secured.class.getPackage())
                .setWebXML(new StringAsset(WEB_XML));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bean", "/ejb", "/class", "/constrained", "/called"})
    void aStoredAnswerGoesOnlyToThoseWhoMayMakeTheCallNow(String path) {
        letBeClerk(alice, true);
        HttpResponse<String> first = postAs(alice, path);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);

        assertThat(postAs(alice, path).body()).isEqualTo(first.body());
        assertRefused(postAs(bob, path), first);
        assertRefused(post(path), first);

        letBeClerk(bob, true);
        assertThat(postAs(bob, path).body()).isEqualTo(first.body());

        letBeClerk(alice, false);
        assertRefused(postAs(alice, path), first);
    }

    private static void assertRefused(HttpResponse<String> answer, HttpResponse<String> first) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(401, 403);
        assertThat(answer.body()).doesNotContain(first.body());
        assertThat(answer.headers().firstValue("Idempotency-Replayed")).isEmpty();
    }

    private void letBeClerk(String user, boolean clerk) {
        assertThat(Calls.put(server, "/roles/clerks/" + user + "/" + clerk).statusCode())
                .isEqualTo(204);
    }

    private HttpResponse<String> post(String path, String... headers) {
        return Calls.post(server, "/roles" + path, key, headers);
    }

    /** A request of a user, whose password is their name. */
    private HttpResponse<String> postAs(String user, String path) {
        String credentials = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        return post(path, "Authorization", "Basic " + credentials);
    }
}
