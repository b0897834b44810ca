// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import ee.idempotency.Work;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Finds the innermost claim that the current call holds. A claim is bound to the thread only inside {@link #callWith},
 * so nothing is left on a pooled thread.
 */
public final class CurrentClaim {

    private static final ThreadLocal<@Nullable ActiveClaim> BOUND = new ThreadLocal<>();

    private static final List<ActiveClaimSource> SOURCES =
            ServiceLoader.load(ActiveClaimSource.class, CurrentClaim.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private CurrentClaim() {}

    /** The claim bound to this thread, or else the one an {@link ActiveClaimSource} knows. */
    public static Optional<ActiveClaim> find() {
        ActiveClaim bound = BOUND.get();
        if (bound != null) {
            return Optional.of(bound);
        }
        return SOURCES.stream().flatMap(source -> source.find().stream()).findFirst();
    }

    /** Whether the innermost claim is of this tenant's operation: a method of it then belongs to that claim. */
    public static boolean isOf(String tenant, String operation) {
        return find().map(ActiveClaim::binding)
                .filter(held -> held.tenant().equals(tenant) && held.operation().equals(operation))
                .isPresent();
    }

    /** Lets the sources know that a protected call has returned: its answer came from the store, or else it ran. */
    public static void answered(boolean replayed) {
        SOURCES.forEach(source -> source.answered(replayed));
    }

    /** Runs {@code work} with {@code claim} bound to this thread, and restores what was bound before. */
    public static <T extends @Nullable Object, X extends Exception> T callWith(ActiveClaim claim, Work<T, X> work)
            throws X {
        ActiveClaim outer = BOUND.get();
        BOUND.set(claim);
        try {
            return work.call();
        } finally {
            if (outer == null) {
                BOUND.remove();
            } else {
                BOUND.set(outer);
            }
        }
    }
}
