// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** What every client was answered, in the order in which they learned it. Thread-safe. */
final class History {

    /**
     * One request.
     *
     * @param node the port it was sent to
     * @param start when it was sent, by {@link System#nanoTime}
     * @param end when its reply was known, by {@link System#nanoTime}
     */
    record Event(Key key, int node, long start, long end, Reply reply) {

        long millis() {
            return (end - start) / 1_000_000;
        }
    }

    private record Mark(int size, CountDownLatch reached) {}

    private final List<Event> events = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();

    synchronized void add(Event event) {
        events.add(event);
        marks.stream().filter(mark -> mark.size <= events.size()).forEach(mark -> mark.reached.countDown());
    }

    synchronized List<Event> events() {
        return List.copyOf(events);
    }

    /** How many requests were sent and got no answer. */
    synchronized int unanswered() {
        return (int) events.stream()
                .filter(event -> event.reply() instanceof Reply.Unknown)
                .count();
    }

    /** Opens when {@code more} further requests have their reply. */
    synchronized CountDownLatch after(int more) {
        Mark mark = new Mark(events.size() + more, new CountDownLatch(1));
        marks.add(mark);
        return mark.reached;
    }
}
