// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import ee.idempotency.Work;
import ee.idempotency.internal.HeldClaim;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the innermost claim that the current call holds. A claim is bound to the thread only inside {@link #callWith},
 * so nothing is left on a pooled thread. Thread-safe.
 */
public final class CurrentClaim {

    private static final ThreadLocal<@Nullable Bound> BOUND = new ThreadLocal<>();

    /** More than one where applications share this class, as in an EAR; each knows its own calls only. */
    private static final List<CallScope> SCOPES = new CopyOnWriteArrayList<>();

    /** A claim that is bound, and what was bound before. */
    private record Bound(ActiveClaim claim, @Nullable Bound outer) {}

    static {
        HeldClaim.isAskedOf(() -> find().isPresent());
    }

    private CurrentClaim() {}

    /** The claim bound to this thread, or else the one that a registered {@link CallScope} knows. */
    public static Optional<ActiveClaim> find() {
        Bound bound = BOUND.get();
        if (bound != null) {
            return Optional.of(bound.claim());
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

    /**
     * Whether a method belongs to a claim that is held already, and claims nothing itself: one of the same record around it
     * on this thread, or, where none is bound to the thread, the one of the request it is called in, whose key is the
     * client's. Another key of the same operation is another call.
     *
     * @param record what the method would claim; asked only where it matters
     */
    public static boolean isOf(String tenant, String operation, Supplier<Binding> record) {
        Bound bound = BOUND.get();
        if (bound == null) {
            return find().filter(held -> isOf(held, tenant, operation)).isPresent();
        }
        for (Bound around = bound; around != null; around = around.outer()) {
            if (isOf(around.claim(), tenant, operation)
                    && around.claim().binding().equals(record.get())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOf(ActiveClaim held, String tenant, String operation) {
        return held.binding().tenant().equals(tenant)
                && held.binding().operation().equals(operation);
    }

    /** Runs {@code work} with {@code claim} bound to this thread, and restores what was bound before. */
    public static <T extends @Nullable Object, X extends Exception> T callWith(ActiveClaim claim, Work<T, X> work)
            throws X {
        Bound outer = BOUND.get();
        BOUND.set(new Bound(claim, outer));
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
