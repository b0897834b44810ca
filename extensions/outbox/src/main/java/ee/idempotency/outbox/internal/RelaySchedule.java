// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import ee.idempotency.StoreUnavailableException;
import ee.idempotency.outbox.OutboxAdmin;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Starts the relay with the application, and has the container's scheduler run it where the server has not found {@link
 * RelayTimer} (a library of an EAR, a server without EJBs).
 */
@ApplicationScoped
public class RelaySchedule {

    /** After the migration and the check of the store's tables, which say better what is wrong. */
    private static final int AFTER_DATABASE_CHECK = Interceptor.Priority.PLATFORM_BEFORE + 20;

    @Inject
    OutboxBeans parts;

    @Inject
    RelayRun relay;

    @Inject
    OutboxExtension deployment;

    @Inject
    OutboxAdmin admin;

    private @Nullable Future<?> schedule;

    void start(@Observes @Initialized(ApplicationScoped.class) @Priority(AFTER_DATABASE_CHECK) Object started) {
        startOnce();
    }

    private synchronized void startOnce() {
        try {
            if (relay.start()) {
                checkTable();
                OutboxLog.started(parts.settings());
                schedule();
            }
        } catch (IllegalArgumentException wrong) {
            throw new DeploymentException(wrong.getMessage(), wrong);
        }
    }

    /** @throws IllegalArgumentException if there is nothing that could run the relay */
    private void schedule() {
        OutboxSettings settings = parts.settings();
        if (settings.relay() == OutboxSettings.RelayKind.TIMER && !deployment.hasTimer()) {
            long interval = settings.interval().toMillis();
            schedule = parts.scheduler()
                    .orElseThrow(
                            () -> new IllegalArgumentException(OutboxSettings.RELAY + ": the server has nothing under"
                                    + " 'java:comp/DefaultManagedScheduledExecutorService'; define a"
                                    + " ScheduledExecutorService there, or provide a bean SchedulerSource"))
                    .scheduleWithFixedDelay(relay::run, interval, interval, TimeUnit.MILLISECONDS);
            OutboxLog.byScheduler(settings.interval());
        }
    }

    /** A database that is away may come back; a table that is not there does not come by itself. */
    private void checkTable() {
        try {
            admin.dead(1);
        } catch (StoreUnavailableException unavailable) {
            if (SqlStates.isAbsent(unavailable)) {
                throw new DeploymentException(
                        "The table idempotency_outbox is not there, or this user may not read it: apply the change sets"
                                + " 003 of this release (docs/schema.md)",
                        unavailable);
            }
            OutboxLog.runFailed(unavailable);
        }
    }

    @PreDestroy
    synchronized void stop() {
        if (schedule != null) {
            schedule.cancel(false);
        }
    }
}
