// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyListener;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The listeners, the log first; none of them can break a call. Thread-safe. */
final class Listeners {

    private final List<Guarded> all;

    /** Those of the application, after the log. A producer of beans may have made one of them null. */
    Listeners(List<? extends IdempotencyListener> others) {
        all = Stream.concat(Stream.of(new EngineLog()), others.stream().filter(Objects::nonNull))
                .map(listener -> new Guarded(listener, RepeatedLine.hourly()))
                .toList();
    }

    void report(IdempotencyEvent event) {
        for (Guarded listener : all) {
            listener.report(event);
        }
    }

    /** Keeps to itself what a listener throws. */
    private record Guarded(IdempotencyListener listener, RepeatedLine complaints) {

        void report(IdempotencyEvent event) {
            try {
                listener.on(event);
            } catch (Throwable broken) { // a class that is missing too: listeners bind to what may not be there
                complaints.next().ifPresent(unseen -> EngineLog.listenerFailed(listener.getClass(), broken));
            }
        }
    }
}
