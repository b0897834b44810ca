// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.outbox;

import ee.idempotency.outbox.OutboxEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Observes all events. */
@ApplicationScoped
public class Seen {

    private final List<OutboxEvent> events = new CopyOnWriteArrayList<>();

    void on(@Observes OutboxEvent event) {
        events.add(event);
    }

    String of(String order) {
        return events.stream()
                .filter(event -> event.aggregateId().equals(order))
                .map(event -> event.type() + " " + event.id() + " " + event.operation())
                .collect(Collectors.joining("\n"));
    }
}
