// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges.messages;

import ee.idempotency.IdempotentOperation;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Receives each message, and the sender's repeats. */
@MessageDriven
public class Listener implements MessageListener {

    static final String NAME = "receive";

    @Inject
    Received received;

    @Override
    @IdempotentOperation(name = NAME, key = "message.JMSCorrelationID")
    public void onMessage(Message message) {
        received.run();
    }
}
