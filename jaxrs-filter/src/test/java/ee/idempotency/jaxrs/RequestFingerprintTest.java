// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.jaxrs.annotation.FingerprintStrategy;
import ee.idempotency.jaxrs.annotation.RequestFingerprint;
import ee.idempotency.tck.Requirement;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user may say of the comparison of payloads, and what a client then sees. */
@Requirement("K6")
@Timeout(60)
class RequestFingerprintTest {

    private static final String JSON = "Content-Type: application/json";
    private static final Map<String, String> CONTENT = Map.of("idempotency.http.fingerprint", "content");

    /** Payments that are compared in every way. */
    @Path("/pay")
    @IdempotentOperation
    public static class Payments {

        final AtomicInteger runs = new AtomicInteger();

        @POST
        @Path("configured")
        public String configured(String body) {
            return "run " + runs.incrementAndGet();
        }

        @POST
        @Path("raw")
        @RequestFingerprint(FingerprintStrategy.RAW)
        public String raw(String body) {
            return "run " + runs.incrementAndGet();
        }

        @POST
        @Path("excluding")
        @RequestFingerprint(exclude = "/sentAt")
        public String excluding(String body) {
            return "run " + runs.incrementAndGet();
        }

        @POST
        @Path("including")
        @RequestFingerprint(include = {"/amount", "/to"})
        public String including(String body) {
            return "run " + runs.incrementAndGet();
        }
    }

    /** The same path as before its pointers changed. */
    @Path("/pay")
    @IdempotentOperation
    public static class ChangedPayments {

        @POST
        @Path("excluding")
        @RequestFingerprint(exclude = {"/sentAt", "/trace"})
        @RequestFingerprint(exclude = "/sentAt")
        public String excluding(String body) {
            return "changed";
        }
    }

    /** Inherits what its interface says. */
    @RequestFingerprint(exclude = "/sentAt")
    public interface Contract {

        @POST
        String post(String body);
    }

    /** Says nothing. */
    @Path("/contract")
    @IdempotentOperation
    public static class Implementation implements Contract {

        @Override
        public String post(String body) {
            return "done";
        }
    }

    private static Answer json(TestServer server, String path, String body) {
        return server.post("/pay/" + path, "one", body, JSON);
    }

    @Test
    void bytesAreComparedUnlessSaidOtherwise() {
        try (TestServer server = TestServer.of(new Payments())) {
            json(server, "configured", "{\"a\":1}");

            assertThat(json(server, "configured", "{\"a\":1}").isReplay()).isTrue();
            assertThat(json(server, "configured", "{\"a\": 1}").code()).isEqualTo("key-reused");
        }
    }

    @Test
    void byContentABodyMayBeWrittenAnew() {
        try (TestServer server = TestServer.with(CONTENT, new Payments())) {
            json(server, "configured", "{\"a\":1,\"b\":0.1}");

            assertThat(json(server, "configured", "{ \"b\":1e-1, \"a\":1.0 }").isReplay())
                    .isTrue();
            assertThat(json(server, "configured", "{\"a\":1,\"b\":0.2}").code()).isEqualTo("key-reused");
            assertThat(server.post("/pay/configured", "one", "{\"a\":1,\"b\":0.1}")
                            .code())
                    .as("without a content type")
                    .isEqualTo("key-reused");
        }
    }

    @Test
    void byContentFormsAndMultipartMayBeWrittenAnew() {
        String form = "Content-Type: application/x-www-form-urlencoded";
        String multipart = "Content-Type: multipart/form-data; boundary=";
        String parts = "--%1$s\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n%2$s\r\n--%1$s--\r\n";
        try (TestServer server = TestServer.with(CONTENT, new Payments())) {
            server.post("/pay/configured", "form", "a=1&b=x+y", form);
            server.post("/pay/configured", "parts", parts.formatted("first", "1"), multipart + "first");

            assertThat(server.post("/pay/configured", "form", "b=x%20y&a=1", form)
                            .isReplay())
                    .isTrue();
            assertThat(server.post("/pay/configured", "form", "b=x%20y&a=2", form)
                            .code())
                    .isEqualTo("key-reused");
            assertThat(server.post("/pay/configured", "parts", parts.formatted("again", "1"), multipart + "again")
                            .isReplay())
                    .isTrue();
            assertThat(server.post("/pay/configured", "parts", parts.formatted("again", "2"), multipart + "again")
                            .code())
                    .isEqualTo("key-reused");
        }
    }

    @Test
    void anOperationMaySayOtherwise() {
        try (TestServer server = TestServer.with(CONTENT, new Payments())) {
            json(server, "raw", "[1]");
            assertThat(json(server, "raw", "[ 1]").code()).isEqualTo("key-reused");
        }
        try (TestServer server = TestServer.of(new Payments(), new Implementation())) {
            json(server, "excluding", "{\"amount\":1,\"sentAt\":1}");
            json(server, "including", "{\"amount\":1,\"to\":\"X\",\"note\":1}");
            server.post("/contract", "one", "{\"sentAt\":1}", JSON);

            assertThat(json(server, "excluding", "{\"sentAt\":2, \"amount\":1}").isReplay())
                    .isTrue();
            assertThat(json(server, "excluding", "{\"amount\":2,\"sentAt\":1}").code())
                    .isEqualTo("key-reused");
            assertThat(json(server, "including", "{\"note\":2,\"to\":\"X\",\"amount\":1}")
                            .isReplay())
                    .isTrue();
            assertThat(json(server, "including", "{\"amount\":1,\"to\":\"Y\",\"note\":1}")
                            .code())
                    .isEqualTo("key-reused");
            assertThat(server.post("/contract", "one", "{\"sentAt\":2}", JSON).isReplay())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1,\"a\":2}", "{\"a\":}", "nonsense", "[1e99999999999999999999]", "\u0000", ""})
    void aBodyWithoutCanonicalFormIsComparedAsBytesAndRuns(String body) {
        try (TestServer server = TestServer.with(CONTENT, new Payments())) {
            assertThat(json(server, "configured", body).text()).isEqualTo("run 1");
            assertThat(json(server, "configured", body).isReplay()).isTrue();
            assertThat(json(server, "configured", body + " ").code()).isEqualTo("key-reused");
        }
    }

    @Test
    void aHundredThousandBracketsAreNoFailure() {
        try (TestServer server = TestServer.with(CONTENT, new Payments())) {
            String brackets = "{\"a\":[".repeat(100_000) + "]}".repeat(100_000);

            assertThat(json(server, "configured", brackets).text()).isEqualTo("run 1");
            assertThat(json(server, "configured", brackets).isReplay()).isTrue();
            assertThat(json(server, "configured", brackets + "1").code()).isEqualTo("key-reused");
        }
    }

    /** A deployment that changes the setting: claimed before, repeated after, on whichever node. */
    @ParameterizedTest
    @CsvSource({"raw,content", "content,raw"})
    void recordsOfTheOtherStrategyAreKnownWhileAChangeRollsOut(String before, String after) {
        FaultyStore store = new FaultyStore();
        Map<String, String> old = Map.of("idempotency.http.fingerprint", before);
        Map<String, String> knowing = Map.of(
                "idempotency.http.fingerprint", after,
                "idempotency.http.fingerprint.also-accept", before);
        try (TestServer first = TestServer.on(store, old, new Payments());
                TestServer second = TestServer.on(store, knowing, new Payments());
                TestServer careless =
                        TestServer.on(store, Map.of("idempotency.http.fingerprint", after), new Payments())) {
            json(first, "configured", "{\"a\":1}");

            assertThat(json(second, "configured", "{\"a\":1}").isReplay()).isTrue();
            assertThat(json(second, "configured", "{\"a\":2}").code()).isEqualTo("key-reused");
            assertThat(json(careless, "configured", "{\"a\":1}").code()).isEqualTo("key-reused");
            assertThat(store.claims.get(0).alsoAccepted()).isEmpty();
            assertThat(store.claims.get(1).alsoAccepted())
                    .containsExactly(store.claims.get(0).fingerprint());
            assertThat(store.claims.get(1).fingerprint())
                    .isNotEqualTo(store.claims.get(0).fingerprint());
        }
    }

    @Test
    void recordsOfTheOtherPointersAreKnownWhileAChangeRollsOut() {
        FaultyStore store = new FaultyStore();
        try (TestServer first = TestServer.on(store, Map.of(), new Payments());
                TestServer second = TestServer.on(store, Map.of(), new ChangedPayments())) {
            json(first, "excluding", "{\"amount\":1,\"trace\":7,\"sentAt\":1}");

            assertThat(json(second, "excluding", "{\"amount\":1,\"trace\":7,\"sentAt\":2}")
                            .isReplay())
                    .isTrue();
            assertThat(json(second, "excluding", "{\"amount\":1,\"trace\":8,\"sentAt\":2}")
                            .code())
                    .isEqualTo("key-reused");
            second.post("/pay/excluding", "two", "{\"amount\":1,\"trace\":7,\"sentAt\":1}", JSON);
            assertThat(second.post("/pay/excluding", "two", "{\"amount\":1,\"trace\":8}", JSON)
                            .isReplay())
                    .isTrue();
        }
    }

    /** Cannot be deployed. */
    @Path("/wrong")
    public static class WrongPointer {

        @POST
        @IdempotentOperation
        @RequestFingerprint(include = "amount")
        public String post(String body) {
            return body;
        }
    }

    /** Cannot be deployed either. */
    @Path("/wrong")
    @RequestFingerprint(include = "/a", exclude = "/b")
    public static class Both {

        @POST
        @IdempotentOperation
        public String post(String body) {
            return body;
        }
    }

    /** Nor this. */
    @Path("/wrong")
    public static class RawPointer {

        @POST
        @IdempotentOperation
        @RequestFingerprint(value = FingerprintStrategy.RAW, exclude = "/b")
        public String post(String body) {
            return body;
        }
    }

    @Test
    void whatCannotWorkStopsTheDeployment() {
        assertThatThrownBy(() -> TestServer.of(new WrongPointer()).close())
                .hasStackTraceContaining("@RequestFingerprint on ")
                .hasStackTraceContaining("WrongPointer.post: \"amount\" is not a JSON pointer (RFC 6901)");
        assertThatThrownBy(() -> TestServer.of(new Both()).close())
                .hasStackTraceContaining("Both.post: give either include or exclude, not both");
        assertThatThrownBy(() -> TestServer.of(new RawPointer()).close())
                .hasStackTraceContaining("RawPointer.post: include and exclude are for CONTENT");
    }
}
