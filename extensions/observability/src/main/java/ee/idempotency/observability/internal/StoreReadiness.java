// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while the store answers, and its table is as it must be. A hot tier that is out of use is shown, and the application
 * stays ready: the durable tier does alone.
 */
@Readiness
public class StoreReadiness implements HealthCheck {

    @Inject
    ObservabilityExtension found;

    @Override
    public HealthCheckResponse call() {
        StoreHealth health = found.health();
        String problem = health.problem();
        return HealthCheckResponse.named("idempotency")
                .status(problem.isEmpty())
                .withData(Series.APPLICATION, health.application())
                .withData("store", problem.isEmpty() ? "answers" : problem)
                .withData("hot-tier", health.isHotTierOut() ? "out of use" : "no outage")
                .build();
    }
}
