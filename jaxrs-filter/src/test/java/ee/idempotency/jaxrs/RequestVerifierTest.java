// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.InvalidDeploymentException;
import ee.idempotency.SignatureRefusedException;
import ee.idempotency.spi.RequestVerifier;
import ee.idempotency.tck.Requirement;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests that are verified before anything is claimed. */
@Requirement("O13")
class RequestVerifierTest {

    private static final RequestVerifier OF_EVENTS = new RequestVerifier() {

        @Override
        public Optional<Check> checkOf(Class<?> resourceClass, Method method) {
            return method.getName().startsWith("signed") ? Optional.of(OF_EVENTS_CHECK) : Optional.empty();
        }
    };

    private static final RequestVerifier.Check OF_EVENTS_CHECK = request -> {
        String signature = String.join("|", request.header("X-Signature"));
        if (!signature.equals("signed " + new String(request.body().toArray(), UTF_8))) {
            throw new SignatureRefusedException("it has the signature of another body");
        }
    };

    private static final RequestVerifier BROKEN = (resourceClass, method) -> {
        throw new IllegalArgumentException("there is no such sender");
    };

    /** Receives. */
    @Path("/events")
    public static class Events {

        final AtomicInteger runs = new AtomicInteger();

        @POST
        @IdempotentOperation(name = "events", keyPointer = "/id")
        public String signed(String event) {
            return "run " + runs.incrementAndGet() + " of " + event;
        }

        @POST
        @Path("open")
        @IdempotentOperation(name = "open")
        public String open(String event) {
            return "run " + runs.incrementAndGet() + " of " + event;
        }
    }

    /** Signed, and not protected. */
    @Path("/bare")
    public static class Bare {

        @POST
        public String signed(String event) {
            return event;
        }
    }

    /** Signed, and never protected. */
    @Path("/read")
    public static class Read {

        @GET
        public String signed() {
            return "";
        }
    }

    private final Events events = new Events();
    private TestServer server = TestServer.with(Map.of("idempotency.http.max-request-size", "100"), events, OF_EVENTS);

    @AfterEach
    void close() {
        server.close();
    }

    private Answer event(String body, String signature) {
        return server.raw(
                "POST", "/events", body.getBytes(UTF_8), "Content-Type: application/json", "X-Signature: " + signature);
    }

    private void assertNothingWasClaimed() {
        assertThat(events.runs).hasValue(0);
        assertThat(server.store.claims).isEmpty();
    }

    @Test
    void aSignedRequestRunsAndItsRepeatIsAnsweredFromTheStore() {
        Answer first = event("{\"id\":1}", "signed {\"id\":1}");
        Answer repeat = event("{\"id\":1}", "signed {\"id\":1}");

        assertThat(first.text()).isEqualTo("run 1 of {\"id\":1}");
        assertThat(repeat.isReplay()).isTrue();
    }

    @Test
    void aForgedRequestIsRefusedAndNothingIsClaimed() {
        Answer forged = event("{\"id\":1}", "signed {\"id\":2}");

        assertThat(forged.status()).isEqualTo(401);
        assertThat(forged.code()).isEqualTo("signature-invalid");
        assertThat(forged.header("WWW-Authenticate")).isEqualTo("Signature");
        assertThat(forged.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(forged.json().getString("detail")).contains("signature of another body");
        assertThat(forged.json().getBoolean("retryable")).isFalse();
        assertNothingWasClaimed();
    }

    @Test
    void aForgedRepeatGetsNoStoredAnswer() {
        event("{\"id\":1}", "signed {\"id\":1}");

        assertThat(event("{\"id\":1}", "forged").code()).isEqualTo("signature-invalid");
    }

    @Test
    void theSignatureComesBeforeTheKeyAndAfterTheLimitOfTheBody() {
        assertThat(event("{}", "forged").code()).isEqualTo("signature-invalid");
        assertThat(event("{}", "signed {}").code()).isEqualTo("key-missing");
        assertThat(event("x".repeat(101), "forged").code()).isEqualTo("request-too-large");
        assertNothingWasClaimed();
    }

    @Test
    void otherMethodsAreNotVerified() {
        assertThat(server.post("/events/open", "one", "{}").status()).isEqualTo(200);
    }

    @Test
    void aMethodThatIsNotProtectedStopsTheDeployment() {
        for (Object resource : new Object[] {new Bare(), new Read()}) {
            assertThatThrownBy(() -> TestServer.of(resource, OF_EVENTS))
                    .isInstanceOf(InvalidDeploymentException.class)
                    .hasMessageContaining(".signed: its requests are to be verified");
        }
        TestServer.of(new Bare()).close();
    }

    @Test
    void shadowModeStopsTheDeployment() {
        assertThatThrownBy(() -> TestServer.with(Map.of("idempotency.http.shadow", "true"), events, OF_EVENTS))
                .isInstanceOf(InvalidDeploymentException.class)
                .hasMessageContaining("shadow mode runs every request");
        TestServer.with(
                        Map.of("idempotency.http.shadow", "true", "idempotency.operation.\"events\".shadow", "false"),
                        events,
                        OF_EVENTS)
                .close();
    }

    @Test
    void aCheckThatCannotBeMadeStopsTheDeployment() {
        assertThatThrownBy(() -> TestServer.of(events, BROKEN))
                .isInstanceOf(InvalidDeploymentException.class)
                .hasMessageContaining("there is no such sender");
    }
}
