// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.OutcomeNotRetainedException;
import ee.idempotency.engine.Rereading;
import ee.idempotency.operation.AnnotatedMethod;
import ee.idempotency.operation.RereadMethod;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls the method that answers repeats of which no result was kept. */
final class RereadCall {

    private RereadCall() {}

    /** A call on the object that the repeat is for, with its arguments. */
    static Rereading<Exception> of(AnnotatedMethod method, Object target, @Nullable Object[] arguments) {
        return notRetained -> reread(RereadMethod.of(method), target, arguments, notRetained);
    }

    private static @Nullable Object reread(
            Optional<Method> named,
            Object target,
            @Nullable Object[] arguments,
            OutcomeNotRetainedException notRetained)
            throws Exception {
        if (named.isEmpty()) {
            throw notRetained;
        }
        try {
            return named.get().invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof Error error) {
                throw error;
            }
            throw thrown.getCause() instanceof Exception ofTheApplication ? ofTheApplication : thrown;
        }
    }
}
