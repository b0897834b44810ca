// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.admin.IdempotencyAdmin;
import ee.idempotency.engine.EngineEnvironment;
import ee.idempotency.engine.IdempotencyEngine;
import ee.idempotency.engine.ResultOutcomes;
import ee.idempotency.spi.CallerResolver;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.ResultCodec;
import ee.idempotency.spi.TenantResolver;
import java.util.Set;
import java.util.function.Supplier;

/** The parts of one application, put together. Immutable and thread-safe. */
record Components(
        DeploymentSettings settings,
        ChosenStore store,
        IdempotencyEngine engine,
        IdempotencyAdmin admin,
        ResultCodec codec,
        TenantResolver tenants,
        CallerResolver callers,
        ProtectedMethods methods) {

    /** Puts the parts together; {@code deployed} gives the store of the deployed module, if the settings want that. */
    static Components of(
            DeploymentSettings settings,
            Supplier<IdempotencyStore> deployed,
            EngineEnvironment environment,
            ResultCodecs codecs,
            TenantResolver tenants,
            CallerResolver callers,
            Set<Class<?>> beanClasses) {
        ChosenStore store = ChosenStore.of(settings.module(), deployed, environment.transactions());
        ResultOutcomes results = new ResultOutcomes(
                codecs.writer(),
                codecs.readers(),
                settings.engine().maxResultSize(),
                settings.engine().resultCheck());
        IdempotencyEngine engine = new IdempotencyEngine(store.store(), results, environment);
        return new Components(
                settings,
                store,
                engine,
                new IdempotencyAdmin(
                        engine,
                        store.store(),
                        environment.seams().seal(),
                        settings.engine().defaults().retention(),
                        settings.module().sweepBatchSize()),
                codecs.writer(),
                tenants,
                callers,
                new ProtectedMethods(beanClasses, settings.engine()));
    }
}
