// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.draft07;

import ee.idempotency.conformance.internal.NotMeasured;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A situation that is brought about once, for all tests that judge it. Where it does not come about, it is not tried again:
 * a target that hangs costs one time-out, not one a test. Not thread-safe.
 */
final class Once<T> implements Supplier<T> {

    private final Supplier<T> situation;
    private @Nullable T seen;
    private @Nullable String missing;

    Once(Supplier<T> situation) {
        this.situation = situation;
    }

    /** @throws NotMeasured if the situation does not come about */
    @Override
    public T get() {
        if (missing != null) {
            throw new NotMeasured(missing);
        }
        if (seen == null) {
            try {
                seen = situation.get();
            } catch (NotMeasured notSeen) {
                missing = String.valueOf(notSeen.getMessage());
                throw notSeen;
            }
        }
        return seen;
    }
}
