// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.operation;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How resource methods respond, as far as they declare it. A response that outlives the call - made on another thread, or
 * written for as long as it takes - cannot share a transaction with its outcome, because a transaction belongs to its
 * thread.
 */
public final class ResponseStyle {

    private ResponseStyle() {}

    /** Whether the response is made after the method has returned. */
    public static boolean isDeferred(Method method) {
        Class<?> returned = method.getReturnType();
        return CompletionStage.class.isAssignableFrom(returned)
                || Flow.Publisher.class.isAssignableFrom(returned)
                || isNamed(returned, JakartaNames.STREAMING_OUTPUT)
                || Arrays.stream(method.getParameterTypes())
                        .anyMatch(type -> JakartaNames.DEFERRED_PARAMETERS.contains(type.getName()))
                || isInPieces(method)
                || Declarations.carry(List.of(method), Set.of(JakartaNames.MANAGED_ASYNC));
    }

    /** Whether the response is written in pieces of which nobody knows the last, such as events. */
    public static boolean isInPieces(Method method) {
        return isInPieces(method.getReturnType())
                || Arrays.stream(method.getParameterTypes())
                        .anyMatch(type -> type.getName().equals(JakartaNames.EVENTS));
    }

    /** Whether an entity of this class is written in pieces. */
    public static boolean isInPieces(@Nullable Class<?> entity) {
        return entity != null && isNamed(entity, JakartaNames.CHUNKED_OUTPUT);
    }

    private static boolean isNamed(Class<?> type, String name) {
        for (@Nullable Class<?> each = type; each != null; each = each.getSuperclass()) {
            if (each.getName().equals(name)
                    || Stream.of(each.getInterfaces()).anyMatch(parent -> isNamed(parent, name))) {
                return true;
            }
        }
        return false;
    }
}
