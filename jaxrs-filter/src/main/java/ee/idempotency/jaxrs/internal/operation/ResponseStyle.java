// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.operation;

import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Resource methods that declare that their answer outlives the call: it is made on another thread, or written for as long
 * as it takes. They cannot share a transaction with their outcome, because a transaction belongs to its thread.
 */
public final class ResponseStyle {

    private static final Set<Class<?>> RETURNED =
            Set.of(CompletionStage.class, Flow.Publisher.class, StreamingOutput.class);
    private static final Set<Class<?>> PASSED = Set.of(AsyncResponse.class, SseEventSink.class);

    /** Jersey's; by name, so that nothing depends on it. */
    private static final String CHUNKED = "org.glassfish.jersey.server.ChunkedOutput";

    private static final String MANAGED = "org.glassfish.jersey.server.ManagedAsync";

    private ResponseStyle() {}

    static boolean isOf(Method method) {
        Class<?> returned = method.getReturnType();
        return RETURNED.stream().anyMatch(type -> type.isAssignableFrom(returned))
                || Arrays.stream(method.getParameterTypes()).anyMatch(PASSED::contains)
                || isInPieces(method)
                || Arrays.stream(method.getAnnotations())
                        .anyMatch(annotation ->
                                annotation.annotationType().getName().equals(MANAGED));
    }

    /** Whether the answer is written in pieces of which nobody knows the last, such as events. */
    public static boolean isInPieces(Method method) {
        return isInPieces(method.getReturnType())
                || Arrays.asList(method.getParameterTypes()).contains(SseEventSink.class);
    }

    /** Whether an entity of this class is written in pieces. */
    public static boolean isInPieces(@Nullable Class<?> entity) {
        for (@Nullable Class<?> type = entity; type != null; type = type.getSuperclass()) {
            if (type.getName().equals(CHUNKED)) {
                return true;
            }
        }
        return false;
    }
}
