// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.Unprotected;
import ee.idempotency.tck.Requirement;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is protected. */
class ProtectionTest {

    private static final Map<String, String> ALL = Map.of("idempotency.http.protect", "all");

    /** No annotation at all. */
    @Path("/plain")
    public static class Plain {

        @POST
        public String post(String body) {
            return body;
        }

        @PUT
        public String put(String body) {
            return body;
        }

        @GET
        public String get() {
            return "got";
        }

        @Path("sub")
        public Sub sub() {
            return new Sub();
        }
    }

    /** Left out as a whole. */
    @Path("/left-out")
    @Unprotected
    public static class LeftOut {

        @POST
        public String post(String body) {
            return body;
        }

        @PUT
        @IdempotentOperation
        public String put(String body) {
            return body;
        }
    }

    /** Left out in part. */
    @Path("/partly")
    public static class Partly {

        @POST
        @Unprotected
        public String post(String body) {
            return body;
        }

        @PUT
        public String put(String body) {
            return body;
        }
    }

    /** Without a path of its own. */
    public static class Sub {

        @POST
        @Path("line")
        @IdempotentOperation
        public String post(String body) {
            return body;
        }
    }

    /** The annotations of a contract. */
    @Path("/contract")
    public interface Contract {

        @POST
        @Path("named")
        @IdempotentOperation(name = "by contract")
        String named(String body);
    }

    /** Has none itself. */
    public static class Implementation implements Contract {

        @Override
        public String named(String body) {
            return body;
        }
    }

    /** Cannot be deployed. */
    @Path("/wrong")
    public static class Wrong {

        @POST
        @IdempotentOperation(key = "body")
        public String post(String body) {
            return body;
        }
    }

    /** Cannot be deployed either. */
    @Path("/wrong-lease")
    public static class WrongLease {

        @POST
        @IdempotentOperation(lease = "soon")
        public String post(String body) {
            return body;
        }
    }

    @Test
    @Requirement("H10")
    void anUnprotectedResourceDoesNotMindAKey() {
        try (TestServer server = TestServer.of(new Plain())) {
            assertThat(server.post("/plain", "\u0001", "a").text()).isEqualTo("a");
            assertThat(server.post("/plain", "one", "b").text()).isEqualTo("b");
            assertThat(server.post("/plain", "one", "c").all("Idempotency-Replayed"))
                    .isEmpty();
            assertThat(server.store.claims).isEmpty();
        }
    }

    @Test
    @Requirement("H10")
    void allProtectsTheMethodsThatAreConfigured() {
        try (TestServer server = TestServer.with(ALL, new Plain())) {
            assertThat(server.raw("POST", "/plain", new byte[0]).code()).isEqualTo("key-missing");
            assertThat(server.raw("PUT", "/plain", new byte[0]).code()).isEqualTo("key-missing");
            assertThat(server.raw("GET", "/plain", new byte[0]).text()).isEqualTo("got");
        }
        Map<String, String> onlyPost =
                Map.of("idempotency.http.protect", "all", "idempotency.http.methods", "POST, PATCH");
        try (TestServer server = TestServer.with(onlyPost, new Plain())) {
            assertThat(server.raw("POST", "/plain", new byte[0]).code()).isEqualTo("key-missing");
            assertThat(server.raw("PUT", "/plain", new byte[] {'x'}).text()).isEqualTo("x");
        }
    }

    @Test
    @Requirement("H10")
    void allLeavesOutWhatIsMarkedAndNotAnnotated() {
        try (TestServer server = TestServer.with(ALL, new LeftOut(), new Partly())) {
            assertThat(server.raw("POST", "/left-out", new byte[] {'x'}).text()).isEqualTo("x");
            assertThat(server.raw("PUT", "/left-out", new byte[0]).code()).isEqualTo("key-missing");
            assertThat(server.raw("POST", "/partly", new byte[] {'x'}).text()).isEqualTo("x");
            assertThat(server.raw("PUT", "/partly", new byte[0]).code()).isEqualTo("key-missing");
        }
    }

    @Test
    @Requirement("H10")
    void getPassesUnderAnAnnotatedClass() {
        try (TestServer server = TestServer.of(new Shop())) {
            assertThat(server.raw("GET", "/shop", new byte[0], "Idempotency-Key: ,,")
                            .text())
                    .isEqualTo("run 1");
            Answer head = server.raw("HEAD", "/shop", new byte[0], "Idempotency-Key: one");
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.content()).isEmpty();
            assertThat(server.raw("OPTIONS", "/shop/text", new byte[0]).status())
                    .isBetween(200, 204);
            assertThat(server.store.claims).isEmpty();
        }
    }

    @Test
    @Requirement("H10")
    void anOptionalKeyProtectsWhereItComes() {
        Map<String, String> optional = Map.of("idempotency.http.key", "optional");
        try (TestServer server = TestServer.with(optional, new Shop())) {
            assertThat(server.raw("POST", "/shop/text", new byte[0]).status()).isEqualTo(200);
            assertThat(server.store.claims).isEmpty();
            assertThat(server.raw("POST", "/shop/text", new byte[0], "Idempotency-Key: ")
                            .code())
                    .isEqualTo("key-invalid");
            server.post("/shop/text", "one", "");
            assertThat(server.post("/shop/text", "one", "").isReplay()).isTrue();
        }
        try (TestServer server = TestServer.of(new Shop())) {
            assertThat(server.raw("POST", "/shop/optional", new byte[0]).text()).isEqualTo("run 1");
            server.post("/shop/optional", "one", "");
            assertThat(server.store.claims.get(0).lease()).hasSeconds(10);
            assertThat(server.record("optional", "one")).isPresent();
        }
    }

    @Test
    @Requirement("H10")
    @Requirement("K5")
    void annotationsAreInheritedFromInterfaces() {
        try (TestServer server = TestServer.of(Implementation.class)) {
            server.post("/contract/named", "one", "a");

            assertThat(server.record("by contract", "one")).isPresent();
            assertThat(server.post("/contract/named", "one", "a").isReplay()).isTrue();
        }
    }

    @Test
    @Requirement("H10")
    void subResourcesAreProtected() {
        try (TestServer server = TestServer.of(new Plain())) {
            assertThat(server.raw("POST", "/plain/sub/line", new byte[0]).code())
                    .isEqualTo("key-missing");
            server.post("/plain/sub/line", "one", "a");

            assertThat(server.post("/plain/sub/line", "one", "a").isReplay()).isTrue();
            assertThat(server.record("POST [" + Sub.class.getName() + "]/line", "one"))
                    .isPresent();
        }
    }

    @Test
    @Requirement("H10")
    void aMemberThatIsNotForHttpStopsTheDeployment() {
        assertThatThrownBy(() -> TestServer.of(new Wrong()).close())
                .hasStackTraceContaining("Wrong.post: key, fingerprint,");
        assertThatThrownBy(() -> TestServer.of(new WrongLease()).close())
                .hasStackTraceContaining("the lease 'soon' is not an ISO-8601 duration");
    }

    @Test
    void anotherHeaderCarriesTheKeyIfConfigured() {
        Map<String, String> header = Map.of("idempotency.http.header", "X-Request-Key");
        try (TestServer server = TestServer.with(header, new Shop())) {
            assertThat(server.post("/shop/text", "one", "").code()).isEqualTo("key-missing");
            server.raw("POST", "/shop/text", new byte[0], "X-Request-Key: one");
            assertThat(server.raw("POST", "/shop/text", new byte[0], "X-Request-Key: one")
                            .isReplay())
                    .isTrue();
        }
    }
}
