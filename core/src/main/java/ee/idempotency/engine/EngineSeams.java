// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.spi.ClaimGate;
import ee.idempotency.spi.IdempotencyListener;
import ee.idempotency.spi.OutcomeSeal;
import java.util.List;
import java.util.Objects;

/**
 * What is attached to the engine.
 *
 * @param listeners learn what it does; a null among them is passed over
 * @param gates may refuse new claims; a null among them is passed over
 * @param seal changes outcomes on their way into the store and back
 */
public record EngineSeams(
        List<? extends IdempotencyListener> listeners, List<? extends ClaimGate> gates, OutcomeSeal seal) {

    /** Copies the lists, without what a producer has made null. */
    public EngineSeams {
        listeners = List.copyOf(listeners.stream().filter(Objects::nonNull).toList());
        gates = List.copyOf(gates.stream().filter(Objects::nonNull).toList());
    }

    /** Nothing. */
    public static EngineSeams none() {
        return new EngineSeams(List.of(), List.of(), OutcomeSeal.NONE);
    }
}
