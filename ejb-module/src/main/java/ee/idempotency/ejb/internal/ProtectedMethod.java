// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.Fingerprint;
import ee.idempotency.IdempotencyKey;
import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import ee.idempotency.InvalidKeyException;
import ee.idempotency.InvalidKeyException.Reason;
import ee.idempotency.engine.OperationOptions;
import ee.idempotency.engine.PartsKey;
import ee.idempotency.spi.ActiveClaim;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.CurrentClaim;
import ee.idempotency.spi.ResultCodec;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the annotation says of one method, read once. Immutable and thread-safe.
 *
 * @param method the method
 * @param annotation its own, or its class's
 * @param operation the name that is part of the key
 * @param options the annotation's over the settings'
 */
record ProtectedMethod(Method method, IdempotentOperation annotation, String operation, OperationOptions options) {

    /** Reads the annotation of a method of {@code type}, or else of {@code type} itself. */
    static ProtectedMethod of(Class<?> type, Method method, OperationOptions defaults) {
        IdempotentOperation own = method.getAnnotation(IdempotentOperation.class);
        IdempotentOperation effective = own != null ? own : annotationOf(type, method);
        return new ProtectedMethod(method, effective, nameOf(method, own, effective), defaults.with(effective));
    }

    private static IdempotentOperation annotationOf(Class<?> type, Method method) {
        IdempotentOperation ofTarget = type.getAnnotation(IdempotentOperation.class);
        IdempotentOperation found =
                ofTarget != null ? ofTarget : method.getDeclaringClass().getAnnotation(IdempotentOperation.class);
        if (found == null) {
            throw new IllegalStateException("The interceptor of @IdempotentOperation was bound to " + method
                    + ", which has no such annotation; put it on the method or its class");
        }
        return found;
    }

    /** Methods that share their class's name must not share their outcomes. */
    private static String nameOf(Method method, @Nullable IdempotentOperation own, IdempotentOperation effective) {
        if (own != null && !own.name().isEmpty()) {
            return own.name();
        }
        String ofClass = effective.name().isEmpty() ? method.getDeclaringClass().getSimpleName() : effective.name();
        return ofClass + "." + method.getName();
    }

    /** What a call with these arguments is bound to. */
    Binding binding(String tenant, @Nullable Object[] arguments) {
        @Nullable Object[] parts = keyParts(arguments);
        IdempotencyKey key = PartsKey.of(tenant, annotation.subOperation() ? underClaim(parts) : parts);
        return PartsKey.binding(tenant, operation, key);
    }

    /** All that the claim is bound to counts, so that two callers' or tenants' sub-operations never meet. */
    private @Nullable Object[] underClaim(@Nullable Object[] parts) {
        Binding outer = CurrentClaim.find()
                .map(ActiveClaim::binding)
                .orElseThrow(() -> new InvalidKeyException(
                        Reason.NO_CLAIM,
                        "Operation '" + operation
                                + "' is a sub-operation: call it inside another protected operation, or"
                                + " give it a key of its own instead of subOperation"));
        return new Object[] {outer.tenant(), outer.operation(), outer.caller(), outer.key(), parts};
    }

    private @Nullable Object[] keyParts(@Nullable Object[] arguments) {
        if (annotation.key().isEmpty()) {
            Parameter[] parameters = method.getParameters();
            return IntStream.range(0, parameters.length)
                    .filter(i -> parameters[i].isAnnotationPresent(IdempotencyKeyPart.class))
                    .<@Nullable Object>mapToObj(i -> arguments[i])
                    .toArray();
        }
        Object value = ParameterExpression.evaluate(annotation.key(), method, arguments);
        if (value instanceof Collection<?> parts) {
            return parts.toArray();
        }
        return value instanceof Object[] parts ? parts : new @Nullable Object[] {value};
    }

    /** The payload of a call with these arguments. */
    Fingerprint fingerprint(ResultCodec codec, @Nullable Object[] arguments) {
        if (annotation.fingerprint().isEmpty()) {
            return Fingerprint.none();
        }
        Object value = ParameterExpression.evaluate(annotation.fingerprint(), method, arguments);
        return value == null ? Fingerprint.none() : Fingerprint.of(codec.encode(value, value.getClass()));
    }
}
