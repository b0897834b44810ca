// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import ee.idempotency.outbox.EventSender;
import ee.idempotency.outbox.NotSentException;
import ee.idempotency.outbox.OutboxEvent;
import java.util.Iterator;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Sends what is due, an event after the other, until nothing is: takes a batch, sends each event outside any transaction, and
 * notes at once what became of it. It sends nothing once its lease may be over, counted on this node from before the batch was
 * taken: another relay may have the events then. Where a sender fails {@value #MOST_FAILURES} times in a row the receiver is
 * taken to be away; the rest waits for the next run, and no try is counted. Thread-safe.
 */
final class Relay {

    static final int MOST_FAILURES = 3;

    private static final int MOST_LOST_RACES = 3;

    private final OutboxTable table;
    private final Function<String, EventSender> senders;
    private final OutboxSettings settings;
    private final LongSupplier nanoTime;
    private final DoubleSupplier random;
    private volatile boolean isStopped;

    /** @param senders by type of event */
    Relay(
            OutboxTable table,
            Function<String, EventSender> senders,
            OutboxSettings settings,
            LongSupplier nanoTime,
            DoubleSupplier random) {
        this.table = table;
        this.senders = senders;
        this.settings = settings;
        this.nanoTime = nanoTime;
        this.random = random;
    }

    /** Sends what is due; how many events were sent. To be called outside any transaction. */
    int run() {
        Run run = new Run();
        int lostRaces = 0;
        while (!isStopped && !run.isReceiverAway() && lostRaces < MOST_LOST_RACES) {
            long before = nanoTime.getAsLong();
            OutboxTable.Batch batch = table.claim(settings.batch(), settings.lease(), settings.isOrdered());
            if (batch.candidates() == 0) {
                break;
            }
            lostRaces = batch.events().isEmpty() ? lostRaces + 1 : 0;
            run.send(batch, before);
        }
        while (!isStopped && table.sweep(settings.batch()) == settings.batch()) {
            // until a batch is not full
        }
        return run.sent;
    }

    /** The application ends: no further event is sent. */
    void stop() {
        isStopped = true;
    }

    /** What one run knows. */
    private final class Run {

        private int sent;
        private int failuresInARow;

        private boolean isReceiverAway() {
            return failuresInARow >= MOST_FAILURES;
        }

        private void send(OutboxTable.Batch batch, long before) {
            Iterator<OutboxEvent> events = batch.events().iterator();
            while (events.hasNext() && mayGoOn(before)) {
                send(events.next(), batch);
            }
            boolean isOver = isOver(before); // then another relay may have them, and the token says so
            events.forEachRemaining(event -> {
                if (!isOver) {
                    table.giveBack(event.id(), batch.token());
                }
            });
        }

        private boolean mayGoOn(long before) {
            return !isStopped && !isReceiverAway() && !isOver(before);
        }

        private boolean isOver(long before) {
            return nanoTime.getAsLong() - before >= settings.lease().toNanos();
        }

        private void send(OutboxEvent event, OutboxTable.Batch batch) {
            try {
                senders.apply(event.type()).send(event);
            } catch (Exception | LinkageError failed) {
                failuresInARow++;
                if (failed instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
                failed(event, batch, failed);
                return;
            }
            failuresInARow = 0;
            sent++;
            if (!table.sent(event.id(), batch.token(), settings.sentRetention())) {
                OutboxLog.tooLate(event);
            }
        }

        private void failed(OutboxEvent event, OutboxTable.Batch batch, Throwable failed) {
            String error = textOf(failed);
            if (settings.backOff().isLast(event.tries())) {
                if (table.dead(event.id(), batch.token(), error)) {
                    OutboxLog.dead(event, error);
                }
            } else {
                table.failed(
                        event.id(), batch.token(), error, settings.backOff().after(event.tries(), random));
                OutboxLog.notSent(event, error);
            }
        }
    }

    /** What is stored of a failure: its message only if it is meant to be read by operators. */
    private static String textOf(Throwable failed) {
        String text = failed instanceof NotSentException
                ? String.valueOf(failed.getMessage())
                : failed.getClass().getName();
        return text.length() > 1_000 ? text.substring(0, 1_000) : text;
    }
}
