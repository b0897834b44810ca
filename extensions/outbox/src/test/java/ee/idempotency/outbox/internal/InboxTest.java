// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import static ee.idempotency.outbox.internal.Outboxes.ORDER;
import static ee.idempotency.outbox.internal.Outboxes.PLACED;
import static ee.idempotency.outbox.internal.Outboxes.outbox;
import static ee.idempotency.outbox.internal.Outboxes.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.TransactionMode;
import ee.idempotency.liquibase.DatabaseKind;
import ee.idempotency.liquibase.EveryDatabase;
import ee.idempotency.outbox.EventSender;
import ee.idempotency.outbox.OutboxEvent;
import ee.idempotency.tck.Requirement;
import java.util.concurrent.atomic.AtomicInteger;

/** At least once at the sender is once at a consumer that takes the event's id as its key. */
@Requirement("O3")
class InboxTest {

    private final AtomicInteger deliveries = new AtomicInteger();
    private final AtomicInteger effects = new AtomicInteger();

    @EveryDatabase
    void aRelayThatDiesBetweenSendingAndNotingItHasOneEffect(DatabaseKind database) {
        Outboxes outboxes = new Outboxes(database);
        TestNode node = outboxes.node();
        TestNode consumer = outboxes.node();
        deliveries.set(0);
        effects.set(0);
        node.inTransaction(() -> outbox(node, settings()).publish(ORDER, "17", PLACED, "{}"));

        Relay dying = outboxes.relay(node, event -> {
            consume(consumer, event);
            throw new OutOfMemoryError("the node dies here");
        });
        assertThatThrownBy(dying::run).isInstanceOf(OutOfMemoryError.class);
        outboxes.letTimePass();
        EventSender sender = event -> consume(consumer, event);
        outboxes.relay(outboxes.node(), sender).run();

        assertThat(deliveries).hasValue(2);
        assertThat(effects).hasValue(1);
        assertThat(outboxes.events("SENT")).isEqualTo(1);
    }

    private void consume(TestNode consumer, OutboxEvent event) {
        deliveries.incrementAndGet();
        consumer.idempotency()
                .operation("inbox")
                .key(event.id().toString())
                .mode(TransactionMode.ONE_COMMIT)
                .execute(String.class, () -> {
                    effects.incrementAndGet();
                    return "done";
                });
    }
}
