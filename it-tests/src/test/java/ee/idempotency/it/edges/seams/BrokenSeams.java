// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges.seams;

import ee.idempotency.spi.ClaimGate;
import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyListener;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OutcomeSeal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Beans whose constructors throw. */
public final class BrokenSeams {

    private BrokenSeams() {}

    /** A listener. */
    @ApplicationScoped
    public static class Listener implements IdempotencyListener {

        public Listener() {
            throw new IllegalStateException("no registry");
        }

        @Override
        public void on(IdempotencyEvent event) {}
    }

    /** A gate that misses a class. */
    @ApplicationScoped
    public static class Gate implements ClaimGate {

        public Gate() {
            throw new NoClassDefFoundError("no counter");
        }

        @Override
        public Optional<Refusal> check(Asking asking) {
            return Optional.empty();
        }
    }

    /** A seal. */
    @ApplicationScoped
    public static class Seal implements OutcomeSeal {

        public Seal() {
            throw new IllegalStateException("no keys");
        }

        @Override
        public Sealer prepare(Place place) {
            return outcome -> outcome;
        }

        @Override
        public Outcome open(Place place, Outcome sealed) {
            return sealed;
        }
    }
}
