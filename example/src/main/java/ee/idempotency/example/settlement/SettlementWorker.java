// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.example.settlement;

import ee.idempotency.Idempotency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;

/**
 * A consumer of messages. The broker's message id is the key, so a redelivery pays nothing; a JMS {@code MessageListener}
 * would do the same with {@code message.getJMSMessageID()}.
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
                .execute(String.class, () -> settlements.payOut(message.charge()));
    }
}
