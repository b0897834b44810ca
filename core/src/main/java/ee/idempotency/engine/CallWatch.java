// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyEvent.Loss;
import ee.idempotency.spi.IdempotencyEvent.NotSettled;
import ee.idempotency.spi.IdempotencyEvent.Reason;
import ee.idempotency.spi.IdempotencyEvent.Result;
import ee.idempotency.spi.IdempotencyEvent.Settled;
import ee.idempotency.spi.IdempotencyEvent.Subject;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.Ownership;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What one call reports to the listeners: at once, or when the transaction that its work shares has ended. Thread-safe:
 * that end may come on another thread.
 */
final class CallWatch {

    private final Listeners listeners;
    private final Subject subject;
    private final long begunNanos = System.nanoTime();
    private final AtomicLong waitedNanos = new AtomicLong();
    private volatile int attempt;
    private volatile long acquiredNanos = begunNanos;
    private volatile boolean settledAlone;
    private volatile @Nullable Loss loss;
    private volatile Runnable whenReleased = () -> {};
    private @Nullable List<IdempotencyEvent> kept;

    CallWatch(Listeners listeners, Subject subject) {
        this.listeners = listeners;
        this.subject = subject;
    }

    Subject subject() {
        return subject;
    }

    int attempt() {
        return attempt;
    }

    /** What is to be done when the key is given back, because nothing is stored under it. */
    void onRelease(Runnable released) {
        whenReleased = released;
    }

    private void deliver(IdempotencyEvent event) {
        boolean isFree = event instanceof IdempotencyEvent.Released
                || (event instanceof NotSettled notSettled && notSettled.reason() == Loss.ROLLED_BACK);
        if (isFree) {
            whenReleased.run();
        }
        listeners.report(event);
    }

    /** Reports at once, wherever the call stands: for what other threads do. */
    void reportNow(IdempotencyEvent event) {
        listeners.report(event);
    }

    void report(IdempotencyEvent event) {
        synchronized (this) {
            if (kept != null) {
                kept.add(event);
                return;
            }
        }
        deliver(event);
    }

    /** The call has waited on this node since {@code nanos} of {@link System#nanoTime}. */
    void waitedSince(long nanos) {
        waitedNanos.addAndGet(System.nanoTime() - nanos);
    }

    /** A transaction that the work shares is open now: nothing is reported before {@link #ended}. */
    synchronized void defer() {
        if (kept == null) {
            kept = new ArrayList<>();
        }
    }

    /** No transaction is shared any more. An outcome that was in it is not stored if it was rolled back. */
    void ended(boolean committed) {
        List<IdempotencyEvent> due;
        synchronized (this) {
            due = kept == null ? List.of() : kept;
            kept = null;
        }
        for (IdempotencyEvent event : due) {
            deliver(committed || settledAlone ? event : undone(event));
        }
    }

    private static IdempotencyEvent undone(IdempotencyEvent event) {
        return event instanceof Settled settled
                ? new NotSettled(
                        settled.subject(), settled.attempt(), Loss.ROLLED_BACK, settled.ran(), settled.duration())
                : event;
    }

    void claimed(Ownership ownership) {
        attempt = ownership.attempt();
        acquiredNanos = System.nanoTime();
        report(new IdempotencyEvent.Claimed(subject, attempt, attempt > 1, waited(), sinceBegun()));
    }

    void replayed(Outcome.Completed outcome) {
        report(new IdempotencyEvent.Replayed(subject, outcome.body() != null, waited(), sinceBegun()));
    }

    void refused(Throwable refusal) {
        Reason reason = EventReasons.ofRefusal(refusal);
        report(new IdempotencyEvent.Refused(subject, reason, waited(), sinceBegun()));
    }

    /** The outcome is stored in a transaction of its own, whatever becomes of the one that the work shares. */
    void settledAlone() {
        settledAlone = true;
    }

    /** The outcome is not stored, and nothing is thrown because of that. */
    void lost(Loss reason) {
        loss = reason;
    }

    void settled(Outcome outcome, long settlingNanos) {
        Loss reason = loss;
        if (reason != null) {
            report(new NotSettled(subject, attempt, reason, ran(settlingNanos), since(settlingNanos)));
            return;
        }
        report(new Settled(subject, attempt, resultOf(outcome), ran(settlingNanos), since(settlingNanos)));
    }

    void notSettled(Throwable failure, long settlingNanos) {
        Loss reason = EventReasons.ofLoss(failure);
        report(new NotSettled(subject, attempt, reason, ran(settlingNanos), since(settlingNanos)));
    }

    /** The result that the call is settled with is not kept. */
    void notRetained(String why) {
        report(new IdempotencyEvent.ResultNotRetained(subject, attempt, why));
    }

    void released(long settlingNanos) {
        report(new IdempotencyEvent.Released(subject, attempt, ran(settlingNanos), since(settlingNanos)));
    }

    private static Result resultOf(Outcome outcome) {
        if (!(outcome instanceof Outcome.Completed completed)) {
            return Result.FAILED;
        }
        return completed.body() == null ? Result.NOT_RETAINED : Result.COMPLETED;
    }

    private Duration waited() {
        return Duration.ofNanos(waitedNanos.get());
    }

    private Duration sinceBegun() {
        return since(begunNanos);
    }

    private Duration ran(long settlingNanos) {
        return Duration.ofNanos(settlingNanos - acquiredNanos);
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
