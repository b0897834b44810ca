// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import ee.idempotency.outbox.Outbox;
import ee.idempotency.spi.Transactions;
import java.util.UUID;

/** Records events in the open transaction. */
final class RecordingOutbox implements Outbox {

    private final OutboxTable table;
    private final Transactions transactions;
    private final OutboxSettings settings;
    private final EventIds ids = new EventIds();

    RecordingOutbox(OutboxTable table, Transactions transactions, OutboxSettings settings) {
        this.table = table;
        this.transactions = transactions;
        this.settings = settings;
    }

    @Override
    public UUID publish(String aggregateType, String aggregateId, String type, String payload) {
        NewEvent event = new NewEvent(aggregateType, aggregateId, type, payload);
        event.check(settings.maxPayload());
        if (!transactions.isOpen()) {
            throw new IllegalStateException(
                    "An event is published in a transaction, and this thread has none open: make the"
                            + " method @Transactional, or let its operation run JOINED or ONE_COMMIT");
        }
        EventIds.Given given = ids.next(aggregateType, aggregateId, type);
        transactions.onEnd(committed -> {
            if (!committed) {
                given.takeBack().run();
            }
        });
        table.insert(given.id(), event, Origin.current(), settings.relay() == OutboxSettings.RelayKind.TIMER);
        return given.id();
    }
}
