// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.Idempotency;
import ee.idempotency.IdempotencyContext;
import ee.idempotency.admin.IdempotencyAdmin;
import ee.idempotency.engine.ClaimContext;
import ee.idempotency.engine.EngineIdempotency;
import ee.idempotency.engine.EngineSettings;
import ee.idempotency.engine.IdempotencyEngine;
import ee.idempotency.operation.OperationCatalog;
import ee.idempotency.spi.CallerResolver;
import ee.idempotency.spi.CurrentClaim;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.ResultCodec;
import ee.idempotency.spi.TenantResolver;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Offers the parts to injection, once an application. An application's own {@link ResultCodec}, {@link TenantResolver},
 * {@link CallerResolver},
 * {@link ee.idempotency.spi.Transactions} or {@link ee.idempotency.spi.SchedulerSource} bean takes the place of the one at
 * hand.
 */
@ApplicationScoped
public class Producers {

    @Inject
    Instance<IdempotencyStore> stores;

    @Inject
    Instance<ResultCodec> codecs;

    @Inject
    Instance<TenantResolver> resolvers;

    @Inject
    Instance<CallerResolver> callers;

    @Inject
    Surroundings surroundings;

    @Inject
    DeploymentCheck deployment;

    @Inject
    ApplicationName application;

    private Components assembly;

    @PostConstruct
    void assemble() {
        DeploymentSettings settings = settings();
        assembly = Components.of(
                settings,
                stores::get,
                surroundings.environment(settings.engine()),
                ResultCodecs.of(
                        codecs.isUnsatisfied() ? Optional.empty() : Optional.of(codecs.get()),
                        settings.module().resultCodec(),
                        deployment.services().codecs()),
                resolvers.isUnsatisfied() ? () -> TenantResolver.DEFAULT_TENANT : resolvers.get(),
                callers.isUnsatisfied() ? Optional::empty : callers.get(),
                deployment.beanClasses());
        CurrentClaim.register(assembly.engine().calls());
    }

    private DeploymentSettings settings() {
        DeploymentSettings set = DeploymentSettings.checked();
        if (!set.module().namespace().isEmpty() || application.name().isEmpty()) {
            return set;
        }
        WiringLog.namespace(application.name());
        return set.withNamespace(application.name());
    }

    @PreDestroy
    void close() {
        CurrentClaim.unregister(assembly.engine().calls());
        assembly.store().close();
    }

    Components assembly() {
        return assembly;
    }

    /** The engine, for adapters. */
    @Produces
    @Singleton
    IdempotencyEngine engine() {
        return assembly.engine();
    }

    /** Administration, for applications and for what offers it to operators. */
    @Produces
    @Singleton
    IdempotencyAdmin admin() {
        return assembly.admin();
    }

    /** Idempotency by hand. */
    @Produces
    @Singleton
    Idempotency idempotency() {
        return new EngineIdempotency(
                assembly.engine(),
                assembly.codec(),
                assembly.tenants(),
                assembly.settings().engine().defaults());
    }

    /** All operations, for adapters that know of more. */
    @Produces
    @Singleton
    OperationCatalog operations() {
        return deployment.operations();
    }

    /** What protected code may ask. */
    @Produces
    @ApplicationScoped
    IdempotencyContext context() {
        return new ClaimContext(assembly.engine().calls());
    }

    /** The settings of every operation, for adapters. */
    @Produces
    @Singleton
    EngineSettings engineSettings() {
        return assembly.settings().engine();
    }

    /** The settings of the sweep. */
    @Produces
    @Singleton
    ModuleSettings moduleSettings() {
        return assembly.settings().module();
    }
}
