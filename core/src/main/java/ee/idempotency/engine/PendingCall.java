// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.spi.ActiveClaim;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyEvent.Subject;
import ee.idempotency.spi.Ownership;

/**
 * A call on its way through the engine.
 *
 * @param request what it claims
 * @param options how its operation is protected
 * @param store asks for it
 * @param watch reports of it
 */
record PendingCall(ClaimRequest request, OperationOptions options, StoreCalls store, CallWatch watch) {

    static PendingCall of(ClaimRequest request, OperationOptions options, StoreCalls store, Listeners listeners) {
        Subject subject = new Subject(
                request.binding().operation(),
                options.mode(),
                request.recordKey().toString());
        CallWatch watch = new CallWatch(listeners, subject);
        return new PendingCall(request, options, store.reportingTo(watch::tell), watch);
    }

    /** The same call with an owner token of its own, for another try. */
    PendingCall withNewOwner() {
        return new PendingCall(request.withNewOwner(), options, store, watch);
    }

    Binding binding() {
        return request.binding();
    }

    /** As messages name it. */
    String subject() {
        return request.binding().toString();
    }

    ActiveClaim claim(Ownership ownership, AttemptLease lease) {
        return new ActiveClaim(request.binding(), ownership, lease);
    }
}
