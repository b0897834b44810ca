// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import ee.idempotency.engine.IdempotencyEngine;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyEvent.HotTierChanged;
import ee.idempotency.spi.IdempotencyListener;
import ee.idempotency.spi.TenantResolver;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether the store answers, and its table is as it must be: one read of a record that does not exist. A hot tier that is
 * out of use is shown, and the application stays ready: the durable tier does alone.
 */
@ApplicationScoped
@Readiness
@Default // which a bean with a qualifier is not: the engine looks for its listeners by it
public class StoreReadiness implements HealthCheck, IdempotencyListener {

    private static final Binding NOBODY =
            new Binding(TenantResolver.DEFAULT_TENANT, "idempotency-readiness", "", "readiness");

    @Inject
    Instance<IdempotencyEngine> engines;

    @Inject
    Watched watched;

    private final OneAtATime probe = new OneAtATime(this::ask, System::nanoTime);
    private volatile boolean hotTierOut;

    @PostConstruct
    void start() {
        ObservabilityLog.watchedBy(watched.name(), "MicroProfile Health");
    }

    @Override
    public void on(IdempotencyEvent event) {
        if (event instanceof HotTierChanged changed) {
            hotTierOut = !changed.serving();
        }
    }

    @Override
    public HealthCheckResponse call() {
        String problem = probe.problem();
        return HealthCheckResponse.named("idempotency")
                .status(problem.isEmpty())
                .withData(Series.APPLICATION, watched.name())
                .withData("store", problem.isEmpty() ? "answers" : problem)
                .withData("hot-tier", hotTierOut ? "out of use" : "no outage")
                .build();
    }

    /** The class only: what a database says may hold addresses and names of users. */
    private String ask() {
        try {
            var unused = engines.get().lookup(NOBODY);
            return "";
        } catch (RuntimeException | LinkageError failed) {
            return failed.getClass().getSimpleName() + "; see the log";
        }
    }
}
