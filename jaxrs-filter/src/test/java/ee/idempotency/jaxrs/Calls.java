// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import ee.idempotency.spi.ActiveClaim;
import ee.idempotency.spi.CallScope;
import java.util.List;
import java.util.Optional;

/** Remembers every claim that a request held; no request finds its own here. */
record Calls(List<ActiveClaim> held) implements CallScope {

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
    public boolean isReplayed() {
        throw new IllegalStateException("ask the response");
    }
}
