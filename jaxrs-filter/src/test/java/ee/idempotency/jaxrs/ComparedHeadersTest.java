// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.jaxrs.annotation.RequestFingerprint;
import ee.idempotency.tck.Requirement;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ComparedHeadersTest {

    private final Documents documents = new Documents();
    private TestServer server = TestServer.of(documents);

    /** Runs when the client knows the version. */
    @Path("/documents")
    @IdempotentOperation
    public static class Documents {

        final AtomicInteger runs = new AtomicInteger();

        @PUT
        @Path("{name}")
        public Response write(@HeaderParam("If-Match") String version, @PathParam("name") String name) {
            int run = runs.incrementAndGet();
            return "\"now\"".equals(version)
                    ? Response.ok("run " + run).build()
                    : Response.status(412).build();
        }

        @POST
        @RequestFingerprint(headers = "X-Amount")
        public String pay(@HeaderParam("X-Amount") String amount) {
            return "run " + runs.incrementAndGet() + " of " + amount;
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer put(String name, String... headers) {
        return server.send("PUT", "/documents/" + name, "one", new byte[] {'x'}, headers);
    }

    private Answer pay(String... headers) {
        return server.post("/documents", "one", "x", headers);
    }

    @Test
    @Requirement("H21")
    void conditionsAndRepresentationsAreComparedByDefault() {
        assertThat(put("a", "If-Match: \"now\"").text()).isEqualTo("run 1");

        assertThat(put("a", "If-Match: \"other\"").code()).isEqualTo("key-reused");
        assertThat(put("a").code()).isEqualTo("key-reused");
        assertThat(put("a", "If-Match: \"now\"", "Content-Language: de").code()).isEqualTo("key-reused");
        assertThat(put("a", "If-Match:   \"now\"", "X-Other: 1").text()).isEqualTo("run 1");
    }

    @Test
    @Requirement("H21")
    void equivalentPathsAreOneRequest() {
        assertThat(put("a%2Db?q=%31", "If-Match: \"now\"").text()).isEqualTo("run 1");
        assertThat(put("a-b?q=1", "If-Match: \"now\"").text()).isEqualTo("run 1");
        assertThat(put("a-c?q=1", "If-Match: \"now\"").code()).isEqualTo("key-reused");
    }

    @Test
    @Requirement("H11")
    void aConditionThatFailedIsNoOutcome() {
        assertThat(put("a", "If-Match: \"old\"").status()).isEqualTo(412);
        assertThat(put("a", "If-Match: \"now\"").text()).isEqualTo("run 2");
    }

    @Test
    @Requirement("H21")
    void anOperationNamesWhatItDependsOn() {
        assertThat(pay("X-Amount: 1").text()).isEqualTo("run 1 of 1");
        assertThat(pay("X-Amount: 1000").code()).isEqualTo("key-reused");
        assertThat(pay("x-amount: 1").text()).isEqualTo("run 1 of 1");
    }

    @Test
    @Requirement("H21")
    void theSettingNamesThemForAll() {
        server.close();
        server = TestServer.with(Map.of("idempotency.http.fingerprint.headers", "X-Channel"), documents);

        put("a", "If-Match: \"now\"", "X-Channel: a");

        assertThat(put("a", "If-Match: \"now\"", "X-Channel: b").code()).isEqualTo("key-reused");
        assertThat(server.raw("GET", "/idempotency-policy", new byte[0]).text()).contains("x-channel", "if-match");
    }

    /** Not a header's name. */
    @Path("/wrong")
    public static class Wrong {

        @POST
        @IdempotentOperation
        @RequestFingerprint(headers = "X Amount")
        public String pay() {
            return "";
        }
    }

    @Test
    @Requirement("H21")
    void aNameThatIsNoneStopsTheDeployment() {
        assertThatThrownBy(() -> TestServer.of(new Wrong())).hasStackTraceContaining("\"X Amount\" in headers");
    }

    /** One version of an interface. */
    @ApplicationPath("v1")
    public static class First extends ResourceConfig {}

    /** Another. */
    @ApplicationPath("/v2/")
    public static class Second extends ResourceConfig {}

    @Test
    @Requirement("H20")
    void applicationsOfOneWarKeepTheirRecordsApart() {
        try (TestServer first = TestServer.of(new First(), server.store, documents);
                TestServer second = TestServer.of(new Second(), server.store, documents)) {
            assertThat(first.post("/v1/documents", "one", "x").text()).isEqualTo("run 1 of null");
            assertThat(second.post("/v2/documents", "one", "x").text()).isEqualTo("run 2 of null");
            assertThat(first.record("POST /v1/documents", "one")).isPresent();
            assertThat(second.record("POST /v2/documents", "one")).isPresent();
        }
    }
}
