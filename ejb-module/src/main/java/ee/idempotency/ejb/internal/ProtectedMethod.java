// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.Fingerprint;
import ee.idempotency.IdempotencyKey;
import ee.idempotency.IdempotentOperation;
import ee.idempotency.InternalErrorException;
import ee.idempotency.engine.EngineSettings;
import ee.idempotency.engine.OperationOptions;
import ee.idempotency.engine.PartsKey;
import ee.idempotency.operation.AnnotatedMethod;
import ee.idempotency.operation.MethodChecks;
import ee.idempotency.operation.OperationKind;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.CallScope;
import ee.idempotency.spi.CallerResolver;
import ee.idempotency.spi.ResultCodec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the interceptor needs of a method, read once. Immutable and thread-safe.
 *
 * @param method the method and its annotation
 * @param operation the name that is part of the key
 * @param options the annotation's over the settings'
 */
record ProtectedMethod(AnnotatedMethod method, String operation, OperationOptions options) {

    /** HTTP methods that the filter never protects, whatever the annotation is on. */
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    static ProtectedMethod of(AnnotatedMethod method, EngineSettings settings) {
        String name = method.name();
        return new ProtectedMethod(method, name, settings.options(name, Optional.of(method.annotation())));
    }

    /** Whether it is a resource method: the HTTP filter protects it. */
    boolean isForFilter() {
        return method.kind() == OperationKind.RESOURCE_METHOD;
    }

    /**
     * Sees to it that no call of a resource method slips past the filter.
     *
     * @throws InternalErrorException if the filter has not looked at the current call
     */
    void checkAdmitted(CallScope calls) {
        boolean hasEffect =
                method.httpMethod().filter(name -> !SAFE.contains(name)).isPresent();
        if (hasEffect && !calls.isAdmitted()) {
            WiringLog.notAdmitted(method.where());
            throw new InternalErrorException(
                    MethodChecks.at(
                            method,
                            "it is called, but no filter has looked at the request, so it is not protected and does not"
                                    + " run; register ee.idempotency.jaxrs.IdempotencyFeature where the JAX-RS application"
                                    + " lists its classes, and call resource methods by HTTP only"),
                    null);
        }
    }

    /** Whom a call is bound to; empty where it makes no difference. */
    String caller(CallerResolver callers) {
        return annotation().perCaller() ? CallerResolver.inBinding(callers.currentCaller()) : PartsKey.NO_CALLER;
    }

    /** What a call with these arguments is bound to. */
    Binding binding(String tenant, String caller, @Nullable Object[] arguments) {
        @Nullable Object[] parts = keyParts(arguments);
        IdempotencyKey key = annotation().subOperation()
                ? PartsKey.underClaim(tenant, operation, parts)
                : PartsKey.of(tenant, parts);
        return PartsKey.binding(tenant, operation, caller, key);
    }

    private IdempotentOperation annotation() {
        return method.annotation();
    }

    private @Nullable Object[] keyParts(@Nullable Object[] arguments) {
        if (annotation().key().isEmpty()) {
            return Arrays.stream(method.keyParts())
                    .<@Nullable Object>mapToObj(i -> arguments[i])
                    .toArray();
        }
        Object value = ParameterExpression.evaluate(annotation().key(), method, arguments);
        if (value
                instanceof List<?> parts) { // no other collection: a set has no order that another node would have too
            return parts.toArray();
        }
        return value instanceof Object[] parts ? parts : new @Nullable Object[] {value};
    }

    /** The payload of a call with these arguments. */
    Fingerprint fingerprint(ResultCodec codec, @Nullable Object[] arguments) {
        if (annotation().fingerprint().isEmpty()) {
            return Fingerprint.none();
        }
        Object value = ParameterExpression.evaluate(annotation().fingerprint(), method, arguments);
        return value == null ? Fingerprint.none() : Fingerprint.of(codec.encodePayload(value));
    }
}
