// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ee.idempotency.Fingerprint;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.ejb.internal.ModuleSettings.StoreChoice;
import ee.idempotency.engine.IdempotencyEngine;
import ee.idempotency.engine.ResultOutcomes;
import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.store.ForwardingStore;
import ee.idempotency.tck.Requirement;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SweepTimerTest {

    private final List<String> timers = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private final IdempotencyStore store = new InMemoryIdempotencyStore(() -> now, 100);

    @Test
    @Requirement("A5")
    void startsOneTimerThatIsNotPersistent() {
        timer(true, store).start();

        assertThat(timers).containsExactly("createIntervalTimer every 300000 ms, persistent false");
    }

    @Test
    @Requirement("A5")
    void startsNoneWhereTheSweepIsSwitchedOff() {
        timer(false, store).start();

        assertThat(timers).isEmpty();
    }

    @Test
    @Requirement("A5")
    void sweepsWhatExpiredInAsManyBatchesAsItTakes() {
        for (int i = 0; i < 7; i++) {
            store.claim(request("k-" + i));
        }
        now = now.plus(Duration.ofMinutes(2));
        store.claim(request("young"));

        timer(true, store).sweep();

        now = Instant.EPOCH;
        assertThat(store.sweep(100)).isZero();
        assertThat(store.lookup(request("k-0").recordKey())).isEmpty();
        assertThat(store.lookup(request("young").recordKey())).isPresent();
    }

    @Test
    @Requirement("A5")
    void keepsTheTimerAliveWhenASweepFails() {
        IdempotencyStore broken = new ForwardingStore(store) {
            @Override
            public int sweep(int limit) {
                throw new IllegalStateException("the database is gone");
            }
        };

        assertThatCode(() -> timer(true, broken).sweep()).doesNotThrowAnyException();
    }

    private static ClaimRequest request(String key) {
        return ClaimRequest.of(
                new Binding("default", "sweep", "", key),
                Fingerprint.none(),
                UUID.randomUUID(),
                Duration.ofSeconds(10),
                Duration.ofMinutes(1),
                OnLeaseLost.TAKE_OVER);
    }

    @SuppressWarnings("UnnecessaryAssignment") // the test stands in for the container
    private SweepTimer timer(boolean enabled, IdempotencyStore over) {
        SweepTimer timer = new SweepTimer();
        timer.settings =
                new ModuleSettings(StoreChoice.MEMORY, "", 100, enabled, Duration.ofMinutes(5), 3, "application/json");
        timer.sweep = new Sweep();
        timer.sweep.settings = timer.settings;
        timer.sweep.engine = new IdempotencyEngine(over, new ResultOutcomes(new JsonbResultCodec(), 1024));
        timer.timers = (TimerService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {TimerService.class}, (proxy, method, arguments) -> {
                    timers.add(method.getName() + " every " + arguments[1] + " ms, persistent "
                            + ((TimerConfig) arguments[2]).isPersistent());
                    return null;
                });
        return timer;
    }
}
