// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.Fingerprint;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.testkit.FaultyStore.Verb;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FaultyStoreTest {

    private final SettableClock clock = new SettableClock();
    private final FaultyStore store = new FaultyStore(new InMemoryIdempotencyStore(clock, 100));
    private final ClaimRequest request = ClaimRequest.of(
            new Binding("default", "pay", "", "key"),
            Fingerprint.of(new byte[] {1}),
            UUID.randomUUID(),
            Duration.ofMinutes(1),
            Duration.ofHours(1),
            OnLeaseLost.TAKE_OVER);

    @Test
    void aFaultReachesNothingAndEnds() {
        IllegalStateException fault = new IllegalStateException("broken");
        store.failOn(Verb.CLAIM, fault);
        assertThatThrownBy(() -> store.claim(request)).isSameAs(fault);
        store.recover();
        assertThat(store.claim(request)).isInstanceOf(Claim.Acquired.class);
        assertThat(store.calls()).containsExactly(Verb.CLAIM, Verb.CLAIM);
    }

    @Test
    void aLostAnswerIsOfWorkThatWasDone() {
        store.loseTheAnswerTo(Verb.CLAIM);
        assertThatThrownBy(() -> store.claim(request)).isInstanceOf(StoreUnavailableException.class);
        store.recover();
        assertThat(store.claim(request.withNewOwner())).isInstanceOf(Claim.InProgress.class);
    }

    @Test
    void anOutageIsOfEveryVerb() {
        store.failOnEverything();
        assertThatThrownBy(() -> store.sweep(1)).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> store.lookup(request.recordKey())).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void theClockEndsALease() {
        store.claim(request);
        clock.advance(Duration.ofSeconds(59));
        assertThat(store.claim(request.withNewOwner())).isInstanceOf(Claim.InProgress.class);
        clock.advance(Duration.ofSeconds(2));
        assertThat(store.claim(request.withNewOwner())).isInstanceOf(Claim.Acquired.class);
    }
}
