// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.spi.ActiveClaim;
import ee.idempotency.spi.CallScope;
import jakarta.enterprise.context.ContextNotActiveException;
import java.util.Optional;

/**
 * The calls of CDI's request scope.
 *
 * @param request the container's proxy, which finds the state of the current request
 */
record RequestCallScope(RequestState request) implements CallScope {

    @Override
    public Optional<ActiveClaim> claim() {
        try {
            return request.held();
        } catch (ContextNotActiveException | IllegalStateException noRequestOrNoContainer) {
            return Optional.empty();
        }
    }

    @Override
    public void hold(ActiveClaim claim) {
        request.hold(claim);
    }

    @Override
    public void answered(boolean replayed) {
        try {
            request.answered(replayed);
        } catch (ContextNotActiveException | IllegalStateException noRequestOrNoContainer) {
            // nobody can ask there either
        }
    }

    @Override
    public void admit() {
        try {
            request.admit();
        } catch (ContextNotActiveException | IllegalStateException noRequestOrNoContainer) {
            // nobody can ask there either
        }
    }

    @Override
    public boolean isAdmitted() {
        try {
            return request.isAdmitted();
        } catch (ContextNotActiveException | IllegalStateException noRequestOrNoContainer) {
            return false;
        }
    }

    @Override
    public boolean isReplayed() {
        try {
            return request.isReplayed();
        } catch (ContextNotActiveException noRequest) {
            throw new IllegalStateException("Whether a call was replayed is known within a request only", noRequest);
        }
    }
}
