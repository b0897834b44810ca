// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.OutcomeChoice;
import ee.idempotency.jaxrs.annotation.FailurePolicy;
import ee.idempotency.tck.Requirement;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which answers are outcomes, as settings, annotations and the application itself say. */
class FailurePolicyTest {

    private static final Map<String, String> LIKE_STRIPE = Map.of(
            "idempotency.http.store-statuses", "5xx, 429",
            "idempotency.http.release-statuses", "503, 404",
            "idempotency.http.max-response-size", "1000");

    private final Policies policies = new Policies();
    private final Shop shop = new Shop();
    private TestServer server = TestServer.with(LIKE_STRIPE, policies, shop, new AnyMapper());

    /** Answers with the status that is asked for. */
    @Path("/policies")
    @IdempotentOperation
    @FailurePolicy(
            store = "4xx",
            release = {"409", "202"})
    public static class Policies {

        final AtomicInteger runs = new AtomicInteger();

        @POST
        @Path("class")
        public Response ofClass(@HeaderParam("X-Status") int status) {
            return Response.status(status)
                    .entity("run " + runs.incrementAndGet())
                    .build();
        }

        @POST
        @Path("method")
        @FailurePolicy(store = "503")
        public Response ofMethod(@HeaderParam("X-Status") int status) {
            return ofClass(status);
        }
    }

    /** Cannot be deployed. */
    @Path("/wrong")
    public static class Wrong {

        @POST
        @IdempotentOperation
        @FailurePolicy(store = "teapot")
        public String post() {
            return "";
        }
    }

    /** Cannot be deployed either. */
    @Path("/torn")
    public static class Torn {

        @POST
        @IdempotentOperation
        @FailurePolicy(store = "404", release = "404")
        public String post() {
            return "";
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private boolean isStored(String path, int status) {
        String key = "key-" + status;
        Answer first = server.post(path, key, "tea", "X-Status: " + status, "X-Size: 10");
        Answer second = server.post(path, key, "tea", "X-Status: " + status, "X-Size: 10");
        assertThat(first.isReplay()).isFalse();
        assertThat(first.status()).isEqualTo(status);
        if (second.isReplay()) {
            assertThat(second.content()).isEqualTo(first.content());
            assertThat(second.status()).isEqualTo(first.status());
        }
        return second.isReplay();
    }

    @ParameterizedTest
    @Requirement("H11")
    @CsvSource({"500,true", "501,true", "503,false", "429,true", "404,false", "409,true", "401,false", "200,true"})
    void settingsGoBeforeTheDefaultAndStatusesBeforeTheirClass(int status, boolean stored) {
        for (String path : new String[] {"/shop/status", "/shop/status-only", "/shop/throw"}) {
            assertThat(isStored(path, status)).as(path).isEqualTo(stored);
        }
    }

    @ParameterizedTest
    @Requirement("H11")
    @CsvSource({
        "class,401,true",
        "class,404,true",
        "class,409,false",
        "class,202,false",
        "class,200,true",
        "class,500,true",
        "class,503,false",
        "method,503,true",
        "method,404,false",
        "method,409,true"
    })
    void anAnnotationGoesBeforeSettingsAndTheMethodsBeforeTheClasses(String path, int status, boolean stored) {
        assertThat(isStored("/policies/" + path, status)).isEqualTo(stored);
    }

    @Test
    @Requirement("H11")
    void anAnnotationThatCannotBeReadStopsTheDeployment() {
        assertThatThrownBy(() -> TestServer.of(new Wrong()).close())
                .hasStackTraceContaining("Wrong.post: \"teapot\" is no status");
        assertThatThrownBy(() -> TestServer.of(new Torn()).close())
                .hasStackTraceContaining("Torn.post: \"404\" cannot be both");
    }

    private void onRun(Consumer<OutcomeChoice> says) {
        shop.onRun = () -> says.accept(server.held.get(server.held.size() - 1).outcome());
    }

    @ParameterizedTest
    @Requirement("H11")
    @CsvSource({"status,200", "status-only,204", "status,422", "throw,409"})
    void theApplicationGivesTheKeyBackForOneResponse(String path, int status) {
        onRun(OutcomeChoice::release);

        assertThat(isStored("/shop/" + path, status)).isFalse();
        assertThat(shop.runs).hasValue(2);
        shop.onRun = () -> {};
        assertThat(isStored("/shop/" + path, status)).isTrue();
    }

    @ParameterizedTest
    @Requirement("H11")
    @CsvSource({"status,503", "status-only,404", "throw,401"})
    void theApplicationStoresOneResponse(String path, int status) {
        onRun(OutcomeChoice::store);

        assertThat(isStored("/shop/" + path, status)).isTrue();
        assertThat(shop.runs).hasValue(1);
    }

    @Test
    @Requirement("H11")
    void theLastWordCounts() {
        onRun(choice -> {
            choice.release();
            choice.store();
        });

        assertThat(isStored("/shop/status", 503)).isTrue();
    }

    @Test
    @Requirement("H11")
    @Requirement("H16")
    void whatTheApplicationStoresDoesNotRunAgainThoughItsBodyCannotBeWritten() {
        onRun(OutcomeChoice::store);
        Answer first = server.post("/shop/broken-stream", "one", "");
        Answer second = server.post("/shop/broken-stream", "one", "");

        assertThat(first.status()).isEqualTo(500);
        assertThat(second.code()).isEqualTo("response-not-retained");
        assertThat(shop.runs).hasValue(1);
    }
}
