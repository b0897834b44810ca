// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.it.Carrier;
import ee.idempotency.it.Wars;
import ee.idempotency.it.edges.apart.Orders;
import ee.idempotency.it.edges.apart.Versions;
import ee.idempotency.it.server.Server;
import ee.idempotency.tck.Requirement;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two WARs of the same classes on one server and one data source, without a namespace of their own, each with four JAX-RS
 * applications that list the same resource, two of them mapped by web.xml: nobody gets another's answer.
 */
@Order(OneServer.ORDER)
@Tag("deployments")
@ExtendWith(OneServer.class)
@Requirement("H20")
class ApartIT {

    private static final List<String> PLACES = List.of("/v1", "/v2", "/v3", "/v4", "/two/v1", "/two/v2");
    private static final int KEYS = 20;

    /** Jakarta REST 3.1, section 2.3.2. */
    private static final String WEB_XML = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <servlet><servlet-name>%1$s$Third</servlet-name></servlet>
              <servlet><servlet-name>%1$s$Fourth</servlet-name></servlet>
              <servlet-mapping><servlet-name>%1$s$Third</servlet-name><url-pattern>/v3/*</url-pattern></servlet-mapping>
              <servlet-mapping><servlet-name>%1$s$Fourth</servlet-name><url-pattern>/v4/*</url-pattern></servlet-mapping>
            </web-app>
            """;

    private final Server server;

    ApartIT(Carrier carrier) {
        this.server = carrier.server();
    }

    /** Of the two, one is at the root of the server and the other at {@code /two}. */
    static WebArchive war(String name) {
        return Wars.libraries(name)
                .addPackage(Orders.class.getPackage())
                .setWebXML(new StringAsset(WEB_XML.formatted(Versions.class.getName())));
    }

    @Test
    void resourcesOfOnePathAnswerForThemselves() {
        for (int i = 0; i < KEYS; i++) {
            String key = "key-" + UUID.randomUUID();
            Map<String, String> answers = new HashMap<>();
            for (String place : PLACES) {
                HttpResponse<String> first = Calls.post(server, place + "/orders", key);
                assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
                assertThat(first.body()).startsWith(place + " ");
                answers.put(place, first.body());
            }
            for (String place : PLACES) {
                HttpResponse<String> repeat = Calls.post(server, place + "/orders", key);
                assertThat(repeat.headers().firstValue("Idempotency-Replayed")).contains("true");
                assertThat(repeat.body()).isEqualTo(answers.get(place));
            }
        }
    }

    /** Two applications of one WAR call one bean, and the operation is one. */
    @Test
    void beansOfOneNameRunOnceInEachWar() {
        for (int i = 0; i < KEYS; i++) {
            String path = "/orders/booked/" + UUID.randomUUID();
            List<String> booked = PLACES.stream()
                    .map(place -> Calls.post(server, place + path, null).body())
                    .toList();
            assertThat(booked).allMatch(answer -> answer.startsWith("booked "));
            assertThat(new HashSet<>(booked.subList(0, 4))).hasSize(1);
            assertThat(new HashSet<>(booked.subList(4, 6))).hasSize(1);
            assertThat(booked.get(4)).isNotEqualTo(booked.get(0));
        }
    }
}
