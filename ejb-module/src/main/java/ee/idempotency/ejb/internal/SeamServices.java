// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.spi.ClaimGate;
import ee.idempotency.spi.IdempotencyListener;
import ee.idempotency.spi.OutcomeSeal;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/** What jars offer to the engine's seams as services, constructed once a deployment. */
record SeamServices(List<IdempotencyListener> listeners, List<ClaimGate> gates, List<OutcomeSeal> seals) {

    /** Nothing. */
    static SeamServices none() {
        return new SeamServices(List.of(), List.of(), List.of());
    }

    /** Constructs them; {@code problems} collects what cannot be. */
    static SeamServices load(Consumer<String> problems) {
        return new SeamServices(
                load(IdempotencyListener.class, problems),
                load(ClaimGate.class, problems),
                load(OutcomeSeal.class, problems));
    }

    private static <T> List<T> load(Class<T> seam, Consumer<String> problems) {
        List<T> found = new ArrayList<>();
        try {
            for (ServiceLoader.Provider<T> provider :
                    ServiceLoader.load(seam).stream().toList()) {
                try {
                    found.add(provider.get());
                } catch (RuntimeException | Error broken) {
                    problems.accept(broken(seam, provider.type().getName(), broken));
                }
            }
        } catch (ServiceConfigurationError unreadable) {
            problems.accept("META-INF/services/" + seam.getName() + ": " + unreadable.getMessage());
        }
        return found;
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
