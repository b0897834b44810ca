// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.spi.ClaimGate;
import ee.idempotency.spi.IdempotencyListener;
import ee.idempotency.spi.OutcomeSeal;
import ee.idempotency.spi.ResultCodec;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/** What jars offer as services, constructed once a deployment. */
record SeamServices(
        List<IdempotencyListener> listeners, List<ClaimGate> gates, List<OutcomeSeal> seals, List<ResultCodec> codecs) {

    /** Nothing. */
    static SeamServices none() {
        return new SeamServices(List.of(), List.of(), List.of(), List.of());
    }

    /** Constructs them; {@code problems} collects what cannot be. */
    static SeamServices load(Consumer<String> problems) {
        return new SeamServices(
                load(IdempotencyListener.class, problems),
                load(ClaimGate.class, problems),
                load(OutcomeSeal.class, problems),
                load(ResultCodec.class, problems));
    }

    private static <T> List<T> load(Class<T> seam, Consumer<String> problems) {
        List<T> found = new ArrayList<>();
        Iterator<ServiceLoader.Provider<T>> providers =
                ServiceLoader.load(seam).stream().iterator();
        while (hasNext(seam, providers, problems)) {
            ServiceLoader.Provider<T> provider = providers.next();
            try {
                found.add(provider.get());
            } catch (RuntimeException | Error broken) {
                problems.accept(broken(seam, provider.type().getName(), broken));
            }
        }
        return found;
    }

    /** Passes over names that stand for no class: each is a problem of its own, and those after it are looked for, too. */
    private static boolean hasNext(Class<?> seam, Iterator<?> providers, Consumer<String> problems) {
        while (true) {
            try {
                return providers.hasNext();
            } catch (ServiceConfigurationError | LinkageError unreadable) { // the class lacks another one
                problems.accept("META-INF/services/" + seam.getName() + ": " + unreadable.getMessage());
            }
        }
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
