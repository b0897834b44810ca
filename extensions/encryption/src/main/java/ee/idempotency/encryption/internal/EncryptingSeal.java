// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.encryption.internal;

import ee.idempotency.Fingerprint;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OutcomeSeal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Attaches the encryption to the engine. */
@ApplicationScoped
public class EncryptingSeal implements OutcomeSeal {

    @Inject
    KeysInUse inUse;

    @Override
    public Sealer prepare(Place place) {
        return encryption().prepare(place);
    }

    @Override
    public List<Fingerprint> fingerprints(Place place, List<Fingerprint> plain) {
        return encryption().fingerprints(place, plain);
    }

    @Override
    public Outcome open(Place place, Outcome sealed) {
        return encryption().open(place, sealed);
    }

    private OutcomeEncryption encryption() {
        return new OutcomeEncryption(inUse.keys(), inUse.acceptPlain());
    }

    /** Has the keys looked for at the start: this is called before any request. */
    @Override
    public String toString() {
        return inUse.keys().getClass().getSimpleName();
    }
}
