// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyEvent.OfCall;
import ee.idempotency.spi.IdempotencyEvent.Subject;
import ee.idempotency.spi.IdempotencyListener;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jdk.jfr.EventType;

/** Writes how calls end into flight recordings, if there is one. */
@ApplicationScoped
public class FlightRecorder implements IdempotencyListener {

    @Inject
    Watched watched;

    private EventType type;

    @PostConstruct
    void start() {
        type = EventType.getEventType(CallEvent.class);
        ObservabilityLog.watchedBy(watched.name(), "flight recordings");
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
