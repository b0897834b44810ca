// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.DamagedRecordException;
import ee.idempotency.IdempotencyException;
import ee.idempotency.InternalErrorException;
import ee.idempotency.Retained;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OutcomeSeal;
import ee.idempotency.spi.OutcomeSeal.Sealer;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Redacts and seals the outcome of one call, and opens the one that it repeats. Nothing reaches a store but by this.
 *
 * @param subject the call, as messages name it
 * @param retained what is left of an outcome before it is sealed
 */
record SealedCall(OutcomeSeal seal, OutcomeSeal.Place place, Sealer sealer, String subject, Retained retained) {

    /** Fetches what sealing will need, before anything is claimed. */
    static SealedCall prepare(OutcomeSeal seal, ClaimRequest request, Retained retained) {
        OutcomeSeal.Place place = new OutcomeSeal.Place(
                request.recordKey(),
                request.binding().tenant(),
                request.binding().operation());
        String subject = request.binding().toString();
        Sealer sealer = guarded(() -> Objects.requireNonNull(seal.prepare(place), "it prepared null"));
        return new SealedCall(seal, place, sealer, subject, retained);
    }

    /** The request with the fingerprints that its record has. */
    ClaimRequest known(ClaimRequest request) {
        return guarded(() -> request.withFingerprints(seal.fingerprints(place, request.fingerprints())));
    }

    Outcome seal(Outcome outcome) {
        Outcome sealed = guarded(() ->
                Objects.requireNonNull(sealer.seal(Redaction.of(outcome, retained)), "it made null of an outcome"));
        if (sealed instanceof Outcome.Completed != outcome instanceof Outcome.Completed) {
            throw new InternalErrorException("The seal made another kind of outcome", null);
        }
        return sealed;
    }

    Outcome.Completed open(Outcome.Completed sealed) {
        return open(Outcome.Completed.class, sealed);
    }

    Outcome.Failed open(Outcome.Failed sealed) {
        return open(Outcome.Failed.class, sealed);
    }

    private <T extends Outcome> T open(Class<T> kind, T sealed) {
        Outcome opened = guarded(() -> Objects.requireNonNull(seal.open(place, sealed), "it opened null"));
        if (!kind.isInstance(opened)) {
            throw new DamagedRecordException(subject, "its sealed outcome is of another kind");
        }
        return kind.cast(opened);
    }

    private static <T> T guarded(Supplier<T> step) {
        try {
            return step.get();
        } catch (IdempotencyException meant) {
            throw meant;
        } catch (RuntimeException | Error mistake) { // a class that is missing too
            throw new InternalErrorException("The seal of outcomes failed, and not because it is away", mistake);
        }
    }
}
