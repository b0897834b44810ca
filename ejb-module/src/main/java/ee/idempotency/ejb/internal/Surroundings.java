// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.engine.EngineEnvironment;
import ee.idempotency.engine.EngineSettings;
import ee.idempotency.spi.SchedulerSource;
import ee.idempotency.spi.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds the engine: transactions and threads, which a bean of the application or of the runtime provides, or else
 * the container by JNDI; what is attached to it; and CDI's requests.
 */
@ApplicationScoped
public class Surroundings {

    @Inject
    Instance<Transactions> transactions;

    @Inject
    Instance<SchedulerSource> schedulers;

    @Inject
    RequestState request;

    @Inject
    Seams seams;

    EngineEnvironment environment(EngineSettings settings) {
        return new EngineEnvironment(
                transactions.isUnsatisfied() ? JtaTransactions.ofContainer() : transactions.get(),
                scheduler(),
                settings.repeats(),
                settings.keepsFailureMessages(),
                seams.ofEngine(),
                new RequestCallScope(request));
    }

    /** Runs work later; null where neither a bean nor the container provides that. */
    @Nullable
    ScheduledExecutorService scheduler() {
        return schedulers.isUnsatisfied()
                ? JndiResources.SCHEDULER.find(ScheduledExecutorService.class).orElse(null)
                : schedulers.get().scheduler();
    }
}
