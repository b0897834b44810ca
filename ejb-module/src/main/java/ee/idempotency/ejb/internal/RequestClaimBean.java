// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.spi.ActiveClaim;
import ee.idempotency.spi.RequestClaim;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The claim of the current HTTP request, in the request's own context. */
@RequestScoped
public class RequestClaimBean implements RequestClaim {

    private volatile @Nullable ActiveClaim held;

    @Override
    public void hold(ActiveClaim claim) {
        held = claim;
    }

    Optional<ActiveClaim> held() {
        return Optional.ofNullable(held);
    }
}
