// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.Fingerprint;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.settings.SettingsReader;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Transactions;
import ee.idempotency.tck.Requirement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChosenStoreTest {

    private final IdempotencyStore shared = new InMemoryIdempotencyStore(InstantSource.system(), 10);

    private Claim claimOf(String namespace) {
        SettingsReader reader = new SettingsReader(Map.of(ModuleSettings.NAMESPACE, namespace)::get);
        ChosenStore chosen = ChosenStore.of(ModuleSettings.read(reader), () -> shared, Transactions.NONE);
        reader.finish();
        return chosen.store()
                .claim(ClaimRequest.of(
                        new Binding("tenant", "charge", "alice", "k"),
                        Fingerprint.none(),
                        UUID.randomUUID(),
                        Duration.ofMinutes(1),
                        Duration.ofHours(1),
                        OnLeaseLost.TAKE_OVER));
    }

    @Test
    @Requirement("S8")
    void applicationsOfDifferentNamespacesShareAStoreWithoutSeeingEachOther() {
        assertThat(claimOf("")).isInstanceOf(Claim.Acquired.class);
        assertThat(claimOf("shop")).isInstanceOf(Claim.Acquired.class);
        assertThat(claimOf("billing")).isInstanceOf(Claim.Acquired.class);
        assertThat(claimOf("shop")).isInstanceOf(Claim.InProgress.class);
        assertThat(claimOf("")).isInstanceOf(Claim.InProgress.class);
    }
}
