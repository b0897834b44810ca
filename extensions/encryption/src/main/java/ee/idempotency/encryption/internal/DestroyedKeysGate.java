// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.encryption.internal;

import ee.idempotency.encryption.EncryptionKeys;
import ee.idempotency.spi.ClaimGate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** Lets nothing new run for a tenant whose keys are destroyed: its outcome could not be stored. Its repeats pass. */
@ApplicationScoped
public class DestroyedKeysGate implements ClaimGate {

    private static final Duration RETRY_AFTER = Duration.ofHours(1);

    @Inject
    KeysInUse inUse;

    @Override
    public Optional<Refusal> check(Asking asking) {
        return refusal(inUse.keys(), asking.tenant());
    }

    static Optional<Refusal> refusal(EncryptionKeys keys, String tenant) {
        return keys.of(tenant).isEmpty()
                ? Optional.of(new Refusal(
                        "The encryption keys of this tenant were destroyed", RETRY_AFTER, true, Optional.empty()))
                : Optional.empty();
    }
}
