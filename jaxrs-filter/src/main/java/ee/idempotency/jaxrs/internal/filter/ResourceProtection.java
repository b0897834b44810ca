// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.filter;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.jaxrs.internal.log.HttpLog;
import ee.idempotency.jaxrs.internal.operation.OperationReader;
import ee.idempotency.jaxrs.internal.operation.ProtectedOperation;
import ee.idempotency.jaxrs.internal.operation.ResourceAnnotations;
import ee.idempotency.jaxrs.internal.published.PublishedOperation;
import ee.idempotency.jaxrs.internal.published.PublishedOperations;
import ee.idempotency.jaxrs.settings.HttpSettings;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.WriterInterceptor;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decides for each resource method, and registers the filter of those that are protected. */
public final class ResourceProtection {

    /** After authentication, authorisation and whatever the application does at its usual priorities. */
    static final int REQUEST_PRIORITY = Priorities.USER + 1000;

    /**
     * The last of the response filters: it sees status and headers as they will be sent. Not below 1: Jersey takes
     * zero or a negative priority for none and falls back to its default.
     */
    static final int RESPONSE_PRIORITY = 1;

    /** The outermost writer interceptor: it sees the bytes as they will be sent, compressed or signed. */
    static final int WRITER_PRIORITY = 1;

    private final HttpSettings settings;
    private final Supplier<Collaborators> collaborators;

    /** {@code collaborators} is asked only if there is something to protect. */
    public ResourceProtection(HttpSettings settings, Supplier<Collaborators> collaborators) {
        this.settings = settings;
        this.collaborators = collaborators;
    }

    /** Registers an instance: a filter registered by its class gets no injection from a feature on Jersey. */
    public void configure(ResourceInfo resource, FeatureContext context, @Nullable Application application) {
        Method method = resource.getResourceMethod();
        ResourceAnnotations annotations = new ResourceAnnotations(resource.getResourceClass(), method);
        Optional<IdempotentOperation> own = annotations.onMethod(IdempotentOperation.class);
        Optional<IdempotentOperation> annotation = own.or(() -> annotations.onClass(IdempotentOperation.class));
        annotations.httpMethod().ifPresent(httpMethod -> {
            if (HttpSettings.isSafe(httpMethod)) {
                own.ifPresent(pointless -> HttpLog.safeMethodNotProtected(method, httpMethod));
            } else if (annotation.isPresent() || isProtected(httpMethod)) {
                ProtectedOperation operation = new OperationReader(resource.getResourceClass(), method, annotation)
                        .read(httpMethod, settings, collaborators.get().defaults());
                protect(operation, context);
                PublishedOperations.add(published(operation, httpMethod, application));
            }
        });
    }

    private PublishedOperation published(
            ProtectedOperation operation, String httpMethod, @Nullable Application application) {
        return new PublishedOperation(
                PublishedOperation.pathOf(application),
                httpMethod,
                operation.pathTemplate(),
                operation.name(),
                operation.keyRequired(),
                operation.options(),
                settings);
    }

    private boolean isProtected(String httpMethod) {
        return settings.protect() == HttpSettings.Protect.ALL
                && settings.methods().contains(httpMethod);
    }

    private void protect(ProtectedOperation operation, FeatureContext context) {
        HttpLog.operationProtected(
                operation.name(),
                operation.method(),
                operation.keyRequired(),
                operation.options().mode());
        context.register(
                new IdempotencyFilter(operation, collaborators.get()),
                Map.of(
                        ContainerRequestFilter.class, REQUEST_PRIORITY,
                        ContainerResponseFilter.class, RESPONSE_PRIORITY,
                        WriterInterceptor.class, WRITER_PRIORITY));
    }
}
