// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.ejb.internal.ModuleSettings.StoreChoice;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that something sweeps at an interval where the server has not found {@link SweepTimer} (a library of an EAR, a
 * server without EJBs): the container's scheduler.
 */
@ApplicationScoped
public class SweepSchedule {

    private static final int AFTER_DATABASE_CHECK = Interceptor.Priority.PLATFORM_BEFORE + 20;

    @Inject
    Sweep sweep;

    @Inject
    ModuleSettings settings;

    @Inject
    DeploymentCheck deployment;

    @Inject
    Surroundings surroundings;

    private @Nullable Future<?> schedule;

    void start(@Observes @Initialized(ApplicationScoped.class) @Priority(AFTER_DATABASE_CHECK) Object started) {
        if (settings.sweepEnabled() && !deployment.hasSweepTimer()) {
            schedule(surroundings.scheduler());
        }
    }

    /** Once, although two WARs of an EAR may start one application. */
    private synchronized void schedule(@Nullable ScheduledExecutorService scheduler) {
        if (schedule != null) {
            return;
        }
        if (scheduler == null) {
            if (settings.store() == StoreChoice.DEPLOYED) { // that in memory has a capacity
                WiringLog.nobodySweeps();
            }
            return;
        }
        long interval = settings.sweepInterval().toMillis();
        schedule = scheduler.scheduleWithFixedDelay(sweep::run, interval, interval, TimeUnit.MILLISECONDS);
        WiringLog.sweptByScheduler();
    }

    @PreDestroy
    synchronized void stop() {
        if (schedule != null) {
            schedule.cancel(false);
        }
    }
}
