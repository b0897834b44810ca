// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyEvent.OfCall;
import ee.idempotency.spi.IdempotencyEvent.Subject;
import ee.idempotency.spi.IdempotencyListener;
import jdk.jfr.EventType;

/** Writes how calls end into flight recordings, if there is one. */
final class FlightRecorder implements IdempotencyListener {

    private final Watched watched;
    private final EventType type = EventType.getEventType(CallEvent.class);

    FlightRecorder(Watched watched) {
        this.watched = watched;
    }

    @Override
    public void on(IdempotencyEvent event) {
        if (event instanceof OfCall ofCall && type.isEnabled()) {
            CallEnd.of(event).ifPresent(end -> write(end.subject(), end.outcome(), end.reason()));
            Incident.of(event).ifPresent(incident -> write(ofCall.subject(), "incident", Labels.spelling(incident)));
        }
    }

    private void write(Subject subject, String outcome, String reason) {
        new CallEvent(
                        watched.name(),
                        watched.operations().label(subject.operation()),
                        Labels.spelling(subject.mode()),
                        subject.record(),
                        outcome,
                        reason)
                .commit();
    }
}
