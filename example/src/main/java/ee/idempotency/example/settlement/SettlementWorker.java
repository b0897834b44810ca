// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.example.settlement;

import ee.idempotency.Idempotency;
import ee.idempotency.TransactionMode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;

/**
 * A consumer of messages. The message's id is the key, so a redelivery pays nothing. The mode is JOINED: pay-out and outcome
 * are one commit, and a delivery that arrives meanwhile is refused at once and delivered again later.
 *
 * <p>A JMS message-driven bean does the same inside its container's transaction, which a JOINED operation joins. Its key is
 * an id that the producer sets as a property before its first attempt to send: {@code getJMSMessageID()} is another one
 * when the producer sends again.
 */
@ApplicationScoped
public class SettlementWorker {

    @Inject
    Idempotency idempotency;

    @Inject
    Settlements settlements;

    /** Settles one delivery of a message. */
    public void onMessage(@ObservesAsync SettlementMessage message) {
        idempotency
                .operation("settle-charge")
                .key(message.id())
                .fingerprint(message.charge())
                .mode(TransactionMode.JOINED)
                .execute(String.class, () -> settlements.payOut(message.charge()));
    }
}
