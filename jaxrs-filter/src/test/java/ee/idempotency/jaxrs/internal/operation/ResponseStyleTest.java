// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.operation.ResponseStyle;
import ee.idempotency.tck.Requirement;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.glassfish.jersey.server.ChunkedOutput;
import org.glassfish.jersey.server.ManagedAsync;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("X4")
class ResponseStyleTest {

    /** One method for each way to answer. */
    interface Ways {

        CompletableFuture<String> stage();

        Flow.Publisher<String> publisher();

        StreamingOutput stream();

        void suspended(String body, @Suspended AsyncResponse response);

        void events(SseEventSink sink);

        ChunkedOutput<String> chunks();

        @ManagedAsync
        String managed();

        String text(String body);

        Response response();

        void nothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage", "publisher", "stream", "suspended", "events", "chunks", "managed"})
    void answersThatOutliveTheCallAreDeferred(String way) {
        assertThat(ResponseStyle.isDeferred(method(way))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "response", "nothing"})
    void othersAreNot(String way) {
        assertThat(ResponseStyle.isDeferred(method(way))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "chunks"})
    void someComeInPieces(String way) {
        assertThat(ResponseStyle.isInPieces(method(way))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage", "stream", "suspended", "managed", "text", "response", "nothing"})
    void mostAreWhole(String way) {
        assertThat(ResponseStyle.isInPieces(method(way))).isFalse();
    }

    private static Method method(String name) {
        return Arrays.stream(Ways.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
