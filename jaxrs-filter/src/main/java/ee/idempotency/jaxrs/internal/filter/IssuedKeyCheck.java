// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.filter;

import ee.idempotency.engine.OperationOptions;
import ee.idempotency.issued.IssuedKey;
import ee.idempotency.issued.IssuedSettings;
import ee.idempotency.issued.KeyIssuer;
import ee.idempotency.jaxrs.internal.operation.ProtectedOperation;
import ee.idempotency.jaxrs.internal.problem.ProblemType;
import ee.idempotency.jaxrs.internal.request.RefusedRequestException;
import ee.idempotency.spi.Binding;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Takes only keys that this server has issued, in this order:
 *
 * <ol>
 *   <li>whether the key was issued for this tenant, operation and caller;
 *   <li>where it is over, whether there is a record, so that a repeat of a call that has ended is replayed;
 *   <li>the claim, of a record that outlives the key;
 *   <li>where the call would run, whether the key is over by now. The claim may have come late, when a record of an earlier
 *       run was gone; one that came while the key was good met that record.
 * </ol>
 *
 * <p>The model checks this order: {@code TOKEN} in {@code claim.pml}. Thread-safe.
 */
record IssuedKeyCheck(IssuedSettings settings, KeyIssuer issuer, InstantSource clock) {

    /** The check of an operation; empty where it takes keys of its clients. */
    static Optional<IssuedKeyCheck> of(ProtectedOperation operation, Collaborators collaborators) {
        IssuedSettings settings = collaborators.settings().issued();
        InstantSource clock = collaborators.clock();
        return operation.keyIssued()
                ? settings.issuer(clock).map(issuer -> new IssuedKeyCheck(settings, issuer, clock))
                : Optional.empty();
    }

    /** The key of a request, whether it is over or not. */
    IssuedKey require(Binding binding) {
        return issuer.verify(
                        binding.key(), new KeyIssuer.Place(binding.tenant(), binding.operation(), binding.caller()))
                .orElseThrow(() -> new RefusedRequestException(
                        ProblemType.KEY_INVALID,
                        "This operation takes only keys that this server has issued for it and for this caller."));
    }

    boolean isOver(IssuedKey key) {
        return settings.isOver(key, clock.instant());
    }

    static RefusedRequestException expired() {
        return new RefusedRequestException(
                ProblemType.KEY_EXPIRED, "The key was issued for a while, and that is over. Nothing was done.");
    }

    /** The options of a call whose record is to outlive its key. */
    OperationOptions outliving(OperationOptions options, IssuedKey key) {
        Duration least = settings.retentionOf(key.lifetime());
        return options.retention().compareTo(least) < 0 ? options.withRetention(least) : options;
    }
}
