// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.spi.ActiveClaim;
import ee.idempotency.spi.RequestClaim;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The claim of the current HTTP request, and whether its last answer was a replay, in the request's own context. */
@RequestScoped
public class RequestClaimBean implements RequestClaim {

    private volatile @Nullable ActiveClaim held;
    private volatile boolean replayed;

    @Override
    public void hold(ActiveClaim claim) {
        held = claim;
    }

    @Override
    public void replayed() {
        replayed = true;
    }

    void answered(boolean fromStore) {
        replayed = fromStore;
    }

    boolean isReplayed() {
        return replayed;
    }

    Optional<ActiveClaim> held() {
        return Optional.ofNullable(held);
    }
}
