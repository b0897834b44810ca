// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.it.Carrier;
import ee.idempotency.it.Wars;
import ee.idempotency.it.edges.remote.FarAway;
import ee.idempotency.it.edges.varieties.Everything;
import ee.idempotency.it.edges.varieties.Guarded;
import ee.idempotency.it.server.ServerKind;
import ee.idempotency.tck.Requirement;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** EJBs in other forms than a plain class with an annotated method. */
@Order(OneServer.ORDER)
@Tag("deployments")
@ExtendWith(OneServer.class)
@Requirement("A9")
class VarietiesIT {

    private final Carrier carrier;

    VarietiesIT(Carrier carrier) {
        this.carrier = carrier;
    }

    static WebArchive war(ServerKind kind) {
        WebArchive application = Wars.libraries("forms.war").addPackage(Everything.class.getPackage());
        return kind == ServerKind.WILDFLY ? application.addPackage(FarAway.class.getPackage()) : application;
    }

    private HttpResponse<String> post(String path, @Nullable String key) {
        return Calls.post(carrier.server(), "/forms" + path, key);
    }

    private String call(String which, String key) {
        HttpResponse<String> answer = post("/varieties/" + which + "/" + key, null);
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
    void aResourceOfAnApplicationWithoutTheFeatureIsRefused() {
        HttpResponse<String> refused = post("/needy/guarded", "key-" + UUID.randomUUID());

        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(refused.body()).doesNotContain("created");
        assertThat(carrier.log()).contains("IDEM-0319", "IDEM-0205 " + Guarded.class.getName() + ".create");
        assertThat(post("/guarded", "key-" + UUID.randomUUID()).body()).isEqualTo("created");
    }
}
