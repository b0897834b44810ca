// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import ee.idempotency.spi.ActiveClaim;
import ee.idempotency.spi.CallScope;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers every claim that a request held, and how many were let through; no request finds its own here. */
record Calls(List<ActiveClaim> held, AtomicInteger admitted) implements CallScope {

    @Override
    public Optional<ActiveClaim> claim() {
        return Optional.empty();
    }

    @Override
    public void hold(ActiveClaim claim) {
        held.add(claim);
    }

    @Override
    public void answered(boolean replayed) {
        // the response says so
    }

    @Override
    public void admit() {
        admitted.incrementAndGet();
    }

    @Override
    public boolean isAdmitted() {
        return admitted.get() > 0;
    }

    @Override
    public boolean isReplayed() {
        throw new IllegalStateException("ask the response");
    }
}
