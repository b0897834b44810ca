// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyEvent.Claimed;
import ee.idempotency.spi.IdempotencyListener;
import io.opentelemetry.api.trace.Span;

/**
 * Says on the span that is open, most often the server's of the request, how its call ended. It opens none of its own: a claim
 * takes about a millisecond, and its statements may have spans already.
 */
final class OpenTelemetrySpans implements IdempotencyListener {

    private final Watched watched;

    OpenTelemetrySpans(Watched watched) {
        this.watched = watched;
    }

    @Override
    public void on(IdempotencyEvent event) {
        if (event instanceof Claimed claimed) {
            Span.current().setAttribute("idempotency.attempt", claimed.attempt());
        } else {
            CallEnd.of(event).ifPresent(this::ended);
        }
    }

    private void ended(CallEnd end) {
        Span.current()
                .setAttribute(
                        "idempotency.operation",
                        watched.operations().label(end.subject().operation()))
                .setAttribute("idempotency.mode", Labels.spelling(end.subject().mode()))
                .setAttribute("idempotency.outcome", end.outcome())
                .setAttribute("idempotency.reason", end.reason())
                .setAttribute("idempotency.record", end.subject().record());
    }
}
