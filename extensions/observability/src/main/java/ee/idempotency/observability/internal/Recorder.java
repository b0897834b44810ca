// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyEvent.Claimed;
import ee.idempotency.spi.IdempotencyEvent.HotTierChanged;
import ee.idempotency.spi.IdempotencyEvent.NotSettled;
import ee.idempotency.spi.IdempotencyEvent.OfCall;
import ee.idempotency.spi.IdempotencyEvent.Refused;
import ee.idempotency.spi.IdempotencyEvent.Released;
import ee.idempotency.spi.IdempotencyEvent.Replayed;
import ee.idempotency.spi.IdempotencyEvent.Settled;
import ee.idempotency.spi.IdempotencyEvent.Shadowed;
import ee.idempotency.spi.IdempotencyEvent.StoreCalled;
import ee.idempotency.spi.IdempotencyEvent.Subject;
import ee.idempotency.spi.IdempotencyEvent.Swept;
import java.time.Duration;

/** Makes measurements of events: the one place that says which event is in which series. Thread-safe. */
final class Recorder {

    private final Meters meters;
    private final OperationNames operations;

    Recorder(Meters meters, OperationNames operations) {
        this.meters = meters;
        this.operations = operations;
        meters.set(Series.HOT_TIER_OUT, 0);
    }

    void record(IdempotencyEvent event) {
        if (event instanceof OfCall ofCall) {
            call(ofCall, operations.label(ofCall.subject().operation()));
        } else if (event instanceof StoreCalled called) {
            Labels labels = Labels.of(Labels.spelling(called.verb()), called.failure() == null ? "answered" : "failed");
            meters.time(Series.STORE, labels, called.duration().toNanos());
        } else if (event instanceof Shadowed shadowed) {
            Labels labels = Labels.of(operations.label(shadowed.operation()), Labels.spelling(shadowed.finding()));
            meters.count(Series.SHADOW, labels, 1);
        } else if (event instanceof Swept swept) {
            meters.count(Series.SWEPT, Labels.NONE, swept.records());
        } else if (event instanceof HotTierChanged changed) {
            meters.set(Series.HOT_TIER_OUT, changed.serving() ? 0 : 1);
        }
    }

    private void call(OfCall event, String operation) {
        CallEnd.of(event).ifPresent(end -> ended(end, operation));
        Incident.of(event)
                .ifPresent(
                        incident -> meters.count(Series.INCIDENTS, Labels.of(operation, Labels.spelling(incident)), 1));
        if (event instanceof Claimed claimed) {
            started(operation, claimed.waited(), claimed.duration());
        } else if (event instanceof Replayed replayed) {
            started(operation, replayed.waited(), replayed.duration());
        } else if (event instanceof Refused refused) {
            started(operation, refused.waited(), refused.duration());
        } else if (event instanceof Settled settled) {
            ran(operation, settled.ran(), settled.duration());
        } else if (event instanceof NotSettled notSettled) {
            ran(operation, notSettled.ran(), notSettled.duration());
        } else if (event instanceof Released released) {
            ran(operation, released.ran(), released.duration());
        }
    }

    private void ended(CallEnd end, String operation) {
        Subject subject = end.subject();
        meters.count(
                Series.CALLS, Labels.of(operation, Labels.spelling(subject.mode()), end.outcome(), end.reason()), 1);
    }

    private void started(String operation, Duration waited, Duration took) {
        meters.time(Series.START, Labels.of(operation), took.toNanos());
        if (!waited.isZero()) {
            meters.time(Series.WAIT, Labels.of(operation), waited.toNanos());
        }
    }

    private void ran(String operation, Duration ran, Duration settling) {
        meters.time(Series.WORK, Labels.of(operation), ran.toNanos());
        meters.time(Series.SETTLE, Labels.of(operation), settling.toNanos());
    }
}
