// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.store;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.engine.EngineEnvironment;
import ee.idempotency.engine.EngineSeams;
import ee.idempotency.engine.IdempotencyEngine;
import ee.idempotency.engine.RepeatSettings;
import ee.idempotency.engine.ResultOutcomes;
import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.spi.HotTier;
import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyEvent.HotTierChanged;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.OutcomeSeal;
import ee.idempotency.spi.Transactions;
import ee.idempotency.testing.Requirement;
import ee.idempotency.testing.TextCodec;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a fast tier notices by itself reaches the listeners of the engine, through whatever is in front of it. */
@Requirement("O12")
class HotTierEventsTest {

    private final AtomicReference<Consumer<IdempotencyEvent>> reports = new AtomicReference<>();

    @SuppressWarnings("unchecked") // the only argument of the only method that is called
    private HotTier hot() {
        return (HotTier) Proxy.newProxyInstance(
                HotTier.class.getClassLoader(), new Class<?>[] {HotTier.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("reportTo");
                    reports.set((Consumer<IdempotencyEvent>) arguments[0]);
                    return null;
                });
    }

    @Test
    void changesReachTheListenersThroughTwoTiersAndANamespace() {
        List<IdempotencyEvent> events = new ArrayList<>();
        IdempotencyStore tiers =
                Stores.twoTier(hot(), new InMemoryIdempotencyStore(InstantSource.system(), 10), Transactions.NONE);
        new IdempotencyEngine(
                Stores.namespaced("shop", tiers),
                new ResultOutcomes(new TextCodec(), 10),
                new EngineEnvironment(
                        Transactions.NONE,
                        null,
                        RepeatSettings.defaults(),
                        false,
                        new EngineSeams(List.of(events::add), List.of(), OutcomeSeal.NONE)));

        reports.get().accept(new HotTierChanged(false));

        assertThat(events).containsExactly(new HotTierChanged(false));
    }
}
