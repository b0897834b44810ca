// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.spi.IdempotencyEvent.HotTierChanged;
import ee.idempotency.tck.Requirement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What readiness says. */
@Requirement("O5")
class ReadinessTest {

    /** Makes responses as a server does. */
    private static final class Builder extends HealthCheckResponseBuilder {

        private final Map<String, Object> data = new LinkedHashMap<>();
        private String name = "";
        private Status status = Status.DOWN;

        @Override
        public HealthCheckResponseBuilder name(String chosen) {
            name = chosen;
            return this;
        }

        @Override
        public HealthCheckResponseBuilder withData(String key, String value) {
            data.put(key, value);
            return this;
        }

        @Override
        public HealthCheckResponseBuilder withData(String key, long value) {
            data.put(key, value);
            return this;
        }

        @Override
        public HealthCheckResponseBuilder withData(String key, boolean value) {
            data.put(key, value);
            return this;
        }

        @Override
        public HealthCheckResponseBuilder up() {
            return status(true);
        }

        @Override
        public HealthCheckResponseBuilder down() {
            return status(false);
        }

        @Override
        public HealthCheckResponseBuilder status(boolean up) {
            status = up ? Status.UP : Status.DOWN;
            return this;
        }

        @Override
        public HealthCheckResponse build() {
            return new HealthCheckResponse(name, status, Optional.of(data));
        }
    }

    @BeforeAll
    static void provide() {
        HealthCheckResponse.setResponseProvider(Builder::new);
    }

    @AfterAll
    static void forget() {
        HealthCheckResponse.setResponseProvider(null);
    }

    /** As servers look for it. */
    private static HealthCheck readiness(Deployed application) {
        return application.get(HealthCheck.class, Readiness.Literal.INSTANCE);
    }

    @Test
    void upWhileTheStoreAnswersWhateverTheHotTierDoes() {
        try (Deployed application = Deployed.with()) {
            HealthCheck readiness = readiness(application);
            assertThat(readiness.call().getName()).isEqualTo("idempotency");
            assertThat(readiness.call().getStatus()).isEqualTo(Status.UP);
            assertThat(readiness.call().getData().orElseThrow())
                    .containsOnly(
                            Map.entry("app", "unnamed"),
                            Map.entry("store", "answers"),
                            Map.entry("hot-tier", "no outage"));

            application.get(ObservabilityExtension.class).health().on(new HotTierChanged(false));

            assertThat(readiness.call().getStatus()).isEqualTo(Status.UP);
            assertThat(readiness.call().getData().orElseThrow()).containsEntry("hot-tier", "out of use");
        }
    }

    @Test
    void downWithTheKindOfFailureAndNoneOfItsWords() {
        try (Deployed application = new Deployed(Map.of("idempotency.store", "deployed"), AbsentStore.class)) {
            HealthCheckResponse response = readiness(application).call();

            assertThat(response.getStatus()).isEqualTo(Status.DOWN);
            assertThat(response.getData().orElseThrow())
                    .containsEntry("store", "StoreUnavailableException; see the log");
            assertThat(response.getData().orElseThrow().toString()).doesNotContain("10.0.0.1");
        }
    }
}
