// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.filter;

import ee.idempotency.InvalidDeploymentException;
import ee.idempotency.Unprotected;
import ee.idempotency.engine.Shadow;
import ee.idempotency.jaxrs.internal.log.HttpLog;
import ee.idempotency.jaxrs.internal.operation.AllowedRoles;
import ee.idempotency.jaxrs.internal.operation.ProtectedOperation;
import ee.idempotency.jaxrs.internal.operation.ResourceReader;
import ee.idempotency.jaxrs.internal.operation.ServletUse;
import ee.idempotency.jaxrs.internal.published.PublishedOperation;
import ee.idempotency.jaxrs.internal.published.PublishedOperations;
import ee.idempotency.jaxrs.internal.settings.HttpSettings;
import ee.idempotency.jaxrs.internal.settings.ShadowSettings;
import ee.idempotency.operation.AnnotatedMethod;
import ee.idempotency.operation.KeySource;
import ee.idempotency.operation.Operation;
import ee.idempotency.operation.OperationKind;
import ee.idempotency.operation.OperationReader;
import ee.idempotency.operation.RereadMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.WriterInterceptor;
import java.lang.reflect.Method;
import java.util.List;
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

    private static final String NO_THREADS =
            ShadowSettings.SHADOW + ": shadow mode needs threads to ask the store on, and"
                    + " there are none; let the server provide java:comp/DefaultManagedScheduledExecutorService, or add a bean of"
                    + " the type ee.idempotency.spi.SchedulerSource";

    private static final String NOT_VERIFIED = "its requests are to be verified, which happens in protected operations"
            + " only; add @IdempotentOperation, to a method that is no GET, HEAD or OPTIONS";

    private static final String NOT_IN_SHADOW =
            "its requests are to be verified, and shadow mode runs every request; set"
                    + " idempotency.operation.\"<name>\".shadow = false for it";

    private final HttpSettings settings;
    private final Supplier<Collaborators> collaborators;
    private final RequestVerifiers verifiers;

    /** {@code collaborators} is asked only if there is something to protect. */
    public ResourceProtection(
            HttpSettings settings, Supplier<Collaborators> collaborators, RequestVerifiers verifiers) {
        this.settings = settings;
        this.collaborators = collaborators;
        this.verifiers = verifiers;
    }

    /** Registers an instance: a filter registered by its class gets no injection from a feature on Jersey. */
    public void configure(ResourceInfo resource, FeatureContext context, @Nullable Application application) {
        Method method = resource.getResourceMethod();
        Class<?> resourceClass = resource.getResourceClass();
        OperationReader reader = new OperationReader(resourceClass);
        Optional<AnnotatedMethod> annotated = reader.find(method);
        reader.httpMethod(method).ifPresent(httpMethod -> {
            if (HttpSettings.isSafe(httpMethod)) {
                verifiers.requireNone(resourceClass, method, NOT_VERIFIED);
                annotated
                        .filter(AnnotatedMethod::isOfMethod)
                        .ifPresent(pointless -> HttpLog.safeMethodNotProtected(method, httpMethod));
            } else if (annotated.isPresent() || isProtected(httpMethod, resourceClass, method)) {
                Collaborators found = collaborators.get();
                ProtectedOperation operation = new ResourceReader(resourceClass, method, reader)
                        .read(
                                httpMethod,
                                PublishedOperation.pathOf(application),
                                settings,
                                found.protection(),
                                found.engine().joinsTransactions());
                String where = annotated
                        .map(AnnotatedMethod::where)
                        .orElseGet(() -> resourceClass.getName() + "." + method.getName());
                boolean shared =
                        annotated.filter(each -> each.annotation().shared()).isPresent();
                boolean inShadow = settings.shadow().operations().test(operation.name());
                announce(operation, where, shared, inShadow);
                if (inShadow) {
                    verifiers.requireNone(resourceClass, method, NOT_IN_SHADOW);
                    boolean readsPast = ServletUse.ofRequest(resourceClass, method);
                    register(new ShadowFilter(operation, found, shadow(found), readsPast), context);
                    return;
                }
                RereadResource reread = new RereadResource(annotated.flatMap(RereadMethod::of));
                register(
                        new IdempotencyFilter(
                                operation,
                                AllowedRoles.of(resourceClass, method),
                                reread,
                                found,
                                verifiers.checksOf(resourceClass, method)),
                        context);
                if (ServletUse.ofResponse(resourceClass, method)) {
                    HttpLog.answersOutside(method);
                }
                PublishedOperations.add(
                        published(operation, httpMethod, reread.method().isPresent(), application));
            } else {
                verifiers.requireNone(resourceClass, method, NOT_VERIFIED);
            }
        });
    }

    private Shadow shadow(Collaborators found) {
        return found.engine()
                .shadow(settings.shadow().timeout())
                .orElseThrow(() -> new InvalidDeploymentException(List.of(), List.of(NO_THREADS), List.of()));
    }

    private void announce(ProtectedOperation protectedOperation, String where, boolean shared, boolean inShadow) {
        Operation operation = new Operation(
                protectedOperation.name(),
                where,
                OperationKind.RESOURCE_METHOD,
                shared,
                keyOf(protectedOperation),
                protectedOperation.options());
        collaborators.get().operations().add(operation).ifPresent(problem -> {
            throw new InvalidDeploymentException(List.of(problem), List.of(), List.of());
        });
        if (inShadow) {
            HttpLog.operationWatched(operation);
        } else {
            HttpLog.operationProtected(operation);
        }
    }

    private static String keyOf(ProtectedOperation operation) {
        String need = operation.keyRequired() ? "required" : "optional";
        return operation.key().equals(KeySource.USUAL)
                ? "key " + need
                : "key in " + operation.key().words("") + ", " + need;
    }

    private PublishedOperation published(
            ProtectedOperation operation, String httpMethod, boolean rereads, @Nullable Application application) {
        return new PublishedOperation(
                PublishedOperation.pathOf(application),
                httpMethod,
                operation.pathTemplate(),
                operation.name(),
                operation.key(),
                operation.keyRequired(),
                operation.options(),
                rereads,
                settings);
    }

    private boolean isProtected(String httpMethod, Class<?> resourceClass, Method method) {
        return settings.protect() == HttpSettings.Protect.ALL
                && settings.methods().contains(httpMethod)
                && !resourceClass.isAnnotationPresent(Unprotected.class)
                && !method.isAnnotationPresent(Unprotected.class);
    }

    private static void register(ExchangeFilter filter, FeatureContext context) {
        context.register(
                filter,
                Map.of(
                        ContainerRequestFilter.class, REQUEST_PRIORITY,
                        ContainerResponseFilter.class, RESPONSE_PRIORITY,
                        WriterInterceptor.class, WRITER_PRIORITY));
    }
}
