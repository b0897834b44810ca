// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.jaxrs.internal.filter.Collaborators;
import ee.idempotency.jaxrs.internal.filter.RequestVerifiers;
import ee.idempotency.jaxrs.internal.filter.ResourceProtection;
import ee.idempotency.jaxrs.internal.problem.IdempotencyExceptionMapper;
import ee.idempotency.jaxrs.internal.problem.ProblemEntityWriter;
import ee.idempotency.jaxrs.internal.settings.ConfiguredSettings;
import ee.idempotency.jaxrs.internal.settings.HttpSettings;
import ee.idempotency.spi.RequestVerifier;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Protects resource methods. Servers find it by itself; an application that lists its classes adds this one to
 * the list, and nothing else: it registers what it needs.
 * For every resource method, at deployment:
 *
 * <ol>
 *   <li>GET, HEAD and OPTIONS are never protected.
 *   <li>A method is protected if it or its class has {@link IdempotentOperation}, also on a superclass or interface, or
 *       if {@code idempotency.http.protect} is {@code all} and its HTTP method is one of {@code idempotency.http.methods}.
 *   <li>A request with a key runs under a claim and its answer is stored before the client gets it; a repeat gets the
 *       stored answer. Authentication and authorisation come first.
 * </ol>
 *
 * <p>A deployment fails with {@link IllegalStateException} if a method is to be protected and no engine is deployed, and
 * with {@link ee.idempotency.InvalidDeploymentException} if its annotation cannot be read, or another operation has its
 * name.
 */
@Provider
public class IdempotencyFeature implements Feature, DynamicFeature {

    private static final List<Class<?>> PROVIDERS =
            List.of(IdempotencyExceptionMapper.class, ProblemEntityWriter.class);

    private final Object lock = new Object();
    private @Nullable ResourceProtection protection;

    @Context
    private @Nullable Application application;

    /** Looks everything up in the application, once the first resource method is looked at. */
    public IdempotencyFeature() {}

    /** With given collaborators, for tests without a container. */
    IdempotencyFeature(Collaborators collaborators, Application application, RequestVerifier... verifiers) {
        this.application = application;
        protection = new ResourceProtection(
                collaborators.settings(), () -> collaborators, new RequestVerifiers(List.of(verifiers)));
    }

    /** Registers the providers that {@link #configure(ResourceInfo, FeatureContext)} needs, where they are not yet. */
    @Override
    public boolean configure(FeatureContext context) {
        for (Class<?> provider : PROVIDERS) {
            if (!context.getConfiguration().isRegistered(provider)) {
                context.register(provider);
            }
        }
        return true;
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        protection().configure(resource, context, application);
    }

    private ResourceProtection protection() {
        synchronized (lock) {
            if (protection == null) {
                HttpSettings settings = ConfiguredSettings.read();
                protection = new ResourceProtection(
                        settings, () -> Collaborators.ofContainer(settings), RequestVerifiers.ofContainer());
            }
            return protection;
        }
    }
}
