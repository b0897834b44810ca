// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyListener;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/** Measures for JMX, which every server has. */
final class JmxMetrics implements IdempotencyListener {

    private final Watched watched;
    private final JmxMeters meters = new JmxMeters();
    private final Recorder recorder;
    private @Nullable ObjectName registered;

    JmxMetrics(Watched watched) {
        this.watched = watched;
        recorder = new Recorder(meters, watched.operations());
    }

    void register() {
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
        recorder.record(event);
    }

    void close() {
        if (registered != null) {
            try {
                ManagementFactory.getPlatformMBeanServer().unregisterMBean(registered);
            } catch (JMException gone) {
                ObservabilityLog.notInJmx(registered.toString(), gone);
            }
        }
    }
}
