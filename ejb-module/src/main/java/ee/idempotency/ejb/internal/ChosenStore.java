// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.ejb.internal.ModuleSettings.StoreChoice;
import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.spi.HotTier;
import ee.idempotency.spi.HotTierSource;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Transactions;
import ee.idempotency.store.Stores;
import java.time.InstantSource;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;

/** The store that the settings ask for: what keeps the records, behind its fast tier, and the part of it that is ours. */
record ChosenStore(IdempotencyStore store, Optional<HotTier> hotTier) {

    static ChosenStore of(ModuleSettings settings, Supplier<IdempotencyStore> deployed, Transactions transactions) {
        boolean inMemory = settings.store() == StoreChoice.MEMORY;
        IdempotencyStore keeper = inMemory
                ? new InMemoryIdempotencyStore(InstantSource.system(), settings.memoryCapacity())
                : deployed.get();
        Optional<HotTier> hotTier = inMemory ? Optional.empty() : openHotTier();
        IdempotencyStore shared =
                hotTier.map(hot -> Stores.twoTier(hot, keeper, transactions)).orElse(keeper);
        return new ChosenStore(
                settings.namespace().isEmpty() ? shared : Stores.namespaced(settings.namespace(), shared), hotTier);
    }

    private static Optional<HotTier> openHotTier() {
        return ServiceLoader.load(HotTierSource.class).stream()
                .flatMap(source -> source.get().open(DeploymentSettings.reader(ConfigProvider.getConfig())).stream())
                .findFirst();
    }

    /** Lets go of the connections of the fast tier. */
    void close() {
        hotTier.ifPresent(HotTier::close);
    }
}
