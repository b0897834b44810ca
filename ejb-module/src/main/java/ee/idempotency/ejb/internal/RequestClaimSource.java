// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.spi.ActiveClaim;
import ee.idempotency.spi.ActiveClaimSource;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;

/** Finds the claim of the current HTTP request. */
public final class RequestClaimSource implements ActiveClaimSource {

    @Override
    public Optional<ActiveClaim> find() {
        try {
            return request().held();
        } catch (ContextNotActiveException | IllegalStateException noRequestOrNoContainer) {
            return Optional.empty();
        }
    }

    @Override
    public void answered(boolean replayed) {
        try {
            request().answered(replayed);
        } catch (ContextNotActiveException | IllegalStateException noRequestOrNoContainer) {
            // nobody can ask there either
        }
    }

    private static RequestClaimBean request() {
        return CDI.current().select(RequestClaimBean.class).get();
    }
}
