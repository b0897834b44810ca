// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.spi.ActiveClaim;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.ClaimLease;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.Ownership;

/**
 * A call on its way through the engine.
 *
 * @param request what it claims
 * @param options how its operation is protected
 * @param store asks for it
 * @param watch reports of it
 * @param outcomes seals and opens for it
 * @param repeats when its repeats are to come again
 * @param permit lets it wait
 */
record PendingCall(
        ClaimRequest request,
        OperationOptions options,
        StoreCalls store,
        CallWatch watch,
        SealedCall outcomes,
        RepeatSettings repeats,
        WaitPermits.Permit permit) {

    /** The same call with an owner token of its own, for another try. */
    PendingCall withNewOwner() {
        return new PendingCall(request.withNewOwner(), options, store, watch, outcomes, repeats, permit);
    }

    Binding binding() {
        return request.binding();
    }

    /** As messages name it. */
    String subject() {
        return request.binding().toString();
    }

    ActiveClaim claim(Ownership ownership, ClaimLease lease) {
        return new ActiveClaim(request.binding(), ownership, lease);
    }
}
