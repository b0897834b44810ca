// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.internal;

import java.util.function.BooleanSupplier;

/**
 * Whether the current call holds a claim, for {@code IdempotencyAssert}, without knowing what a claim is: {@code spi} has the
 * claims and stands above the package that applications use. Until it has begun to keep any, none is held. Thread-safe.
 */
public final class HeldClaim {

    private static volatile BooleanSupplier current = () -> false;

    private HeldClaim() {}

    /** Whether the current call holds one. */
    public static boolean isThere() {
        return current.getAsBoolean();
    }

    /** Asks {@code claims} from now on. */
    public static void isAskedOf(BooleanSupplier claims) {
        current = claims;
    }
}
