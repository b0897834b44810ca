// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import ee.idempotency.Work;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Finds the innermost claim that the current call holds. A claim is bound to the thread only inside {@link #callWith},
 * so nothing is left on a pooled thread. Thread-safe.
 */
public final class CurrentClaim {

    private static final ThreadLocal<@Nullable ActiveClaim> BOUND = new ThreadLocal<>();

    /** More than one where applications share this class, as in an EAR; each knows its own calls only. */
    private static final List<CallScope> SCOPES = new CopyOnWriteArrayList<>();

    private CurrentClaim() {}

    /** The claim bound to this thread, or else the one that a registered {@link CallScope} knows. */
    public static Optional<ActiveClaim> find() {
        ActiveClaim bound = BOUND.get();
        if (bound != null) {
            return Optional.of(bound);
        }
        return SCOPES.stream().flatMap(scope -> scope.claim().stream()).findFirst();
    }

    /** Asks {@code scope} from now on, until {@link #unregister}. */
    public static void register(CallScope scope) {
        SCOPES.add(scope);
    }

    /** Asks {@code scope} no more: its application ends. */
    public static void unregister(CallScope scope) {
        SCOPES.remove(scope);
    }

    /** Whether the innermost claim is of this tenant's operation: a method of it then belongs to that claim. */
    public static boolean isOf(String tenant, String operation) {
        return find().map(ActiveClaim::binding)
                .filter(held -> held.tenant().equals(tenant) && held.operation().equals(operation))
                .isPresent();
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
