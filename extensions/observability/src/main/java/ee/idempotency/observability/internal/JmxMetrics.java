// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyListener;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/** Measures for JMX, which every server has. */
@ApplicationScoped
public class JmxMetrics implements IdempotencyListener {

    private static final int LAST = Interceptor.Priority.PLATFORM_AFTER;

    @Inject
    Watched watched;

    private final JmxMeters meters = new JmxMeters();
    private @Nullable Recorder recorder;
    private @Nullable ObjectName registered;

    @PostConstruct
    void start() {
        recorder = watched.recorder(meters);
    }

    /** Last of all that a start does: a deployment that fails must not leave the name taken. */
    void register(@Observes @Priority(LAST) @Initialized(ApplicationScoped.class) Object start) {
        String name = "ee.idempotency:type=Engine,application=" + ObjectName.quote(watched.name());
        try {
            registered = ManagementFactory.getPlatformMBeanServer()
                    .registerMBean(meters, new ObjectName(name))
                    .getObjectName();
            ObservabilityLog.watchedBy(watched.name(), "JMX");
        } catch (JMException | SecurityException refused) {
            ObservabilityLog.notInJmx(name, refused);
        }
    }

    @Override
    public void on(IdempotencyEvent event) {
        if (recorder != null) {
            recorder.record(event);
        }
    }

    @PreDestroy
    void unregister() {
        if (registered != null) {
            try {
                ManagementFactory.getPlatformMBeanServer().unregisterMBean(registered);
            } catch (JMException gone) {
                ObservabilityLog.notInJmx(registered.toString(), gone);
            }
        }
    }
}
