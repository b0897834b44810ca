// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.tck.Requirement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class DeploymentCheckTest {

    /** Everything that can be wrong with an annotation. */
    @ApplicationScoped
    public static class Wrong {

        @IdempotentOperation(lease = "soon")
        public void lease(@IdempotencyKeyPart String key) {}

        @IdempotentOperation(retention = "PT1S")
        public void retention(@IdempotencyKeyPart String key) {}

        @IdempotentOperation(lease = "PT2H", retention = "PT1H")
        public void leaseLongerThanRetention(@IdempotencyKeyPart String key) {}

        @IdempotentOperation(onLeaseLost = {OnLeaseLost.TAKE_OVER, OnLeaseLost.NEVER_RE_EXECUTE})
        public void twoChoices(@IdempotencyKeyPart String key) {}

        @IdempotentOperation
        public void noKey(String key) {}

        @IdempotentOperation(key = "key")
        public void twoKeys(@IdempotencyKeyPart String key) {}

        @IdempotentOperation(key = "key.")
        public void unreadable(String key) {}

        @IdempotentOperation
        public CompletionStage<String> asynchronous(@IdempotencyKeyPart String key) {
            return CompletableFuture.completedStage(key);
        }

        @IdempotentOperation
        static void notInterceptable(@IdempotencyKeyPart String key) {}

        @IdempotentOperation(subOperation = true, key = "key")
        public void keyOfTwoParts(@IdempotencyKeyPart String key) {}

        @POST
        @IdempotentOperation(subOperation = true)
        public void subResource(String body) {}

        @POST
        @IdempotentOperation
        public void events(SseEventSink sink) {}

        @POST
        @IdempotentOperation(failOn = IllegalStateException.class)
        public void resource(String body) {}
    }

    @Test
    @Requirement("A4")
    void listsEverythingThatIsWrongInOneMessage() {
        Throwable refused = catchThrowable(() -> Application.deploy(
                Map.of(
                        "idempotency.store", "disk",
                        "idempotency.lease", "PT0S",
                        "idempotency.retention", "P999999999999D",
                        "idempotency.on-lease-lost", "take over",
                        "idempotency.max-result-size", "-1",
                        "idempotency.sweep.enabled", "yes",
                        "idempotency.sweep.interval", "10",
                        "idempotency.sweep.batch-size", "99999999999",
                        "idempotency.datasource", "jdbc/a b",
                        "idempotency.retension", "P1D"),
                Wrong.class));

        assertThat(messagesOf(refused))
                .contains(
                        "idempotency.store = disk: must be one of deployed, memory",
                        "idempotency.lease = PT0S: must be an ISO-8601 duration from PT1S to PT24H",
                        "idempotency.retention = P999999999999D: must be an ISO-8601 duration",
                        "idempotency.on-lease-lost = take over: must be one of take-over, never-re-execute",
                        "idempotency.max-result-size = -1: must be a whole number from 1024 to 16777216",
                        "idempotency.sweep.enabled = yes: must be true or false",
                        "idempotency.sweep.interval = 10: must be an ISO-8601 duration",
                        "idempotency.sweep.batch-size = 99999999999: must be a whole number from 1 to 100000",
                        "idempotency.datasource = jdbc/a b: must be a JNDI name",
                        "idempotency.retension: there is no such setting; the nearest are idempotency.retention,",
                        "there must be exactly one store module, not 0",
                        "Wrong.lease: the lease 'soon' is not an ISO-8601 duration",
                        "Wrong.retention: the retention PT1S must be from PT1M",
                        "Wrong.leaseLongerThanRetention: the retention PT1H must be longer than the lease PT2H",
                        "Wrong.twoChoices: onLeaseLost has at most one value",
                        "Wrong.noKey: name the key once",
                        "Wrong.twoKeys: name the key once",
                        "Wrong.unreadable: the expression 'key.' is not Jakarta EL",
                        "Wrong.asynchronous: an asynchronous result cannot be stored",
                        "Wrong.notInterceptable: a private, static or final method cannot be intercepted",
                        "Wrong.keyOfTwoParts: name the key once",
                        "Wrong.subResource: key, fingerprint, failOn, perCaller and subOperation are not for resource methods",
                        "Wrong.events: events and chunks cannot be stored",
                        "Wrong.resource: key, fingerprint, failOn, perCaller and subOperation are not for resource methods",
                        "are protected by idempotency-jaxrs-filter, which is not deployed");
    }

    @Test
    @Requirement("A4")
    void deploysWithDefaults() {
        try (Application application = Application.deploy()) {
            DeploymentSettings settings =
                    application.get(Producers.class).assembly().settings();
            assertThat(settings.engine().defaults().lease()).hasMinutes(1);
            assertThat(settings.engine().defaults().retention()).hasDays(1);
            assertThat(settings.module().memoryCapacity()).isEqualTo(10_000);
        }
    }

    private static String messagesOf(Throwable refused) {
        StringBuilder messages = new StringBuilder();
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            messages.append(cause.getMessage()).append('\n');
            for (Throwable suppressed : cause.getSuppressed()) {
                messages.append(suppressed.getMessage()).append('\n');
            }
        }
        return messages.toString();
    }
}
