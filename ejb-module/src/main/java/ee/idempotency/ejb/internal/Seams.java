// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.engine.EngineSeams;
import ee.idempotency.spi.ClaimGate;
import ee.idempotency.spi.IdempotencyListener;
import ee.idempotency.spi.OutcomeSeal;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What the application and its jars attach to the engine: beans first, then services. Constructed when the application
 * starts, so that one that cannot be stops the deployment instead of a request.
 */
@ApplicationScoped
public class Seams {

    /** Later observers need the engine, whose construction would fail without a word of what is wrong. */
    private static final int BEFORE_THE_ENGINE = Interceptor.Priority.PLATFORM_BEFORE + 15;

    @Inject
    Instance<IdempotencyListener> listeners;

    @Inject
    Instance<ClaimGate> gates;

    @Inject
    Instance<OutcomeSeal> seals;

    @Inject
    DeploymentCheck check;

    void construct(@Observes @Initialized(ApplicationScoped.class) @Priority(BEFORE_THE_ENGINE) Object start) {
        requireAll();
    }

    private void requireAll() {
        List<String> problems = new ArrayList<>();
        construct(IdempotencyListener.class, listeners, problems);
        construct(ClaimGate.class, gates, problems);
        int sealing = construct(OutcomeSeal.class, seals, problems);
        if (sealing + check.services().seals().size() > 1) {
            problems.add("There are several OutcomeSeal beans or services; leave one, or wrap one in the other");
        }
        if (!problems.isEmpty()) {
            throw new DeploymentException(String.join("\n", problems));
        }
    }

    /** Returns how many beans there are, those that cannot be constructed among them. */
    private static <T> int construct(Class<T> seam, Instance<T> beans, List<String> problems) {
        int count = 0;
        for (Instance.Handle<T> bean : beans.handles()) {
            count++;
            try {
                var unused = String.valueOf(bean.get()); // a proxy is constructed by its first call only
            } catch (RuntimeException | Error broken) {
                problems.add(
                        SeamServices.broken(seam, bean.getBean().getBeanClass().getName(), broken));
            }
        }
        return count;
    }

    /**
     * All of them, for the engine; one may be null, which a producer has made. On WildFly the sweep's timer needs the engine
     * before the application is said to have started.
     */
    EngineSeams ofEngine() {
        requireAll();
        SeamServices services = check.services();
        return new EngineSeams(
                all(listeners, services.listeners()),
                all(gates, services.gates()),
                all(seals, services.seals()).stream()
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(OutcomeSeal.NONE));
    }

    private static <T> List<T> all(Instance<T> beans, List<T> services) {
        List<T> all = new ArrayList<>();
        beans.forEach(all::add);
        all.addAll(services);
        return all;
    }
}
