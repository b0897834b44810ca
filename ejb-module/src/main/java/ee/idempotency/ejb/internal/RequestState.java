// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.spi.ActiveClaim;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The claim of the current request, and whether its last answer was a replay, in the request's own context. */
@RequestScoped
public class RequestState {

    private volatile @Nullable ActiveClaim held;
    private volatile boolean replayed;
    private volatile boolean admitted;

    void hold(ActiveClaim claim) {
        held = claim;
    }

    Optional<ActiveClaim> held() {
        return Optional.ofNullable(held);
    }

    void answered(boolean fromStore) {
        replayed = fromStore;
    }

    void admit() {
        admitted = true;
    }

    boolean isAdmitted() {
        return admitted;
    }

    boolean isReplayed() {
        return replayed;
    }
}
