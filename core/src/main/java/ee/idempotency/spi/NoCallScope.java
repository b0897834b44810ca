// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import java.util.Optional;

/** An environment whose calls are known by their threads only. */
enum NoCallScope implements CallScope {
    INSTANCE;

    @Override
    public Optional<ActiveClaim> claim() {
        return Optional.empty();
    }

    @Override
    public void hold(ActiveClaim claim) {
        // nobody can ask for it
    }

    @Override
    public void answered(boolean replayed) {
        // nobody can ask for it
    }

    @Override
    public void admit() {
        // nobody can ask for it
    }

    @Override
    public boolean isAdmitted() {
        return false;
    }

    @Override
    public boolean isReplayed() {
        throw new IllegalStateException("Whether a call was replayed is known within a request only");
    }
}
