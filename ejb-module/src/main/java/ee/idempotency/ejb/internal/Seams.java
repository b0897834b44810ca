// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.spi.IdempotencyListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the application and its jars attach to the engine: beans first, then services. Constructed when the application
 * starts, so that one that cannot be stops the deployment instead of a request.
 */
@ApplicationScoped
public class Seams {

    @Inject
    Instance<IdempotencyListener> listenerBeans;

    @Inject
    DeploymentCheck check;

    void construct(@Observes @Initialized(ApplicationScoped.class) Object start) {
        List<String> problems = new ArrayList<>();
        construct(IdempotencyListener.class, listenerBeans, problems);
        if (!problems.isEmpty()) {
            throw new DeploymentException(String.join("\n", problems));
        }
    }

    private static <T> void construct(Class<T> seam, Instance<T> beans, List<String> problems) {
        for (Instance.Handle<T> bean : beans.handles()) {
            try {
                String.valueOf(bean.get()); // a proxy is constructed by its first call only
            } catch (RuntimeException | Error broken) {
                problems.add(broken(seam, bean.getBean().getBeanClass().getName(), broken));
            }
        }
    }

    /** The listeners; one of them may be null, which a producer has made. */
    List<@Nullable IdempotencyListener> listeners() {
        List<@Nullable IdempotencyListener> all = new ArrayList<>();
        listenerBeans.forEach(all::add);
        all.addAll(check.services().listeners());
        return all;
    }

    /** What is said of one that cannot be constructed. The message is for who deploys. */
    static String broken(Class<?> seam, String name, Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return name + ": this " + seam.getSimpleName() + " cannot be constructed (" + root
                + "); correct it, or take it out of the deployment";
    }
}
