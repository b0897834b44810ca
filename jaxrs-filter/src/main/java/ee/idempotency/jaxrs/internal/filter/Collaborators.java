// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.filter;

import ee.idempotency.engine.EngineSettings;
import ee.idempotency.engine.IdempotencyEngine;
import ee.idempotency.engine.OperationOptions;
import ee.idempotency.jaxrs.internal.settings.ApplicationBeans;
import ee.idempotency.jaxrs.internal.settings.HttpSettings;
import ee.idempotency.operation.OperationCatalog;
import ee.idempotency.spi.CallerResolver;
import ee.idempotency.spi.TenantResolver;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the filter needs from elsewhere. Other modules provide the beans; this one does not know them.
 *
 * @param engine decides what becomes of a request
 * @param protection the settings of every operation
 * @param settings of this module
 * @param tenants says on whose behalf a request is made
 * @param callers says who makes a request, given the name of its principal
 * @param operations of the application, each name once
 * @param clock The clock says when a key expires, as far as this node knows.
 * @param servlets whether requests come through servlets, and so through the servlet filter of this module
 */
public record Collaborators(
        IdempotencyEngine engine,
        EngineSettings protection,
        HttpSettings settings,
        TenantResolver tenants,
        UnaryOperator<Optional<String>> callers,
        OperationCatalog operations,
        InstantSource clock,
        boolean servlets) {

    static final String NO_ENGINE = "Idempotency over HTTP needs the bean " + IdempotencyEngine.class.getName()
            + ", and there is none: add idempotency-ejb-module and a store to the application";

    /**
     * Looks the beans up in the application's CDI container.
     *
     * @throws IllegalStateException if there is no engine
     * @throws jakarta.enterprise.inject.AmbiguousResolutionException if there are two beans where one is asked for
     */
    public static Collaborators ofContainer(HttpSettings settings) {
        CDI<Object> beans = ApplicationBeans.find().orElseThrow(() -> new IllegalStateException(NO_ENGINE));
        Instance<IdempotencyEngine> engine = beans.select(IdempotencyEngine.class);
        if (!engine.isResolvable()) {
            throw new IllegalStateException(NO_ENGINE);
        }
        Instance<EngineSettings> engineSettings = beans.select(EngineSettings.class);
        if (!engineSettings.isResolvable()) {
            throw new IllegalStateException(NO_ENGINE);
        }
        Instance<TenantResolver> tenants = beans.select(TenantResolver.class);
        Instance<OperationCatalog> operations = beans.select(OperationCatalog.class);
        return new Collaborators(
                engine.get(),
                engineSettings.get(),
                settings,
                tenants.isUnsatisfied() ? () -> TenantResolver.DEFAULT_TENANT : tenants.get(),
                callers(beans.select(CallerResolver.class)),
                operations.isUnsatisfied() ? new OperationCatalog() : operations.get(),
                InstantSource.system(),
                beans.select(ServletContext.class).isResolvable());
    }

    /** Of operations that do not say otherwise. */
    public OperationOptions defaults() {
        return protection.defaults();
    }

    /** Who makes a request, as a binding has it. */
    public String caller(@Nullable SecurityContext security) {
        return caller(security == null ? null : security.getUserPrincipal());
    }

    /** Who makes a request of this principal, as a binding has it. */
    public String caller(@Nullable Principal principal) {
        return CallerResolver.inBinding(
                callers.apply(Optional.ofNullable(principal).map(Principal::getName)));
    }

    private static UnaryOperator<Optional<String>> callers(Instance<CallerResolver> resolvers) {
        if (resolvers.isUnsatisfied()) {
            return UnaryOperator.identity();
        }
        CallerResolver resolver = resolvers.get();
        return principal -> resolver.currentCaller();
    }
}
