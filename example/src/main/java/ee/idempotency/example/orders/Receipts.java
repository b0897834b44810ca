// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.example.orders;

import ee.idempotency.IdempotencyAssert;
import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import ee.idempotency.example.Ids;
import jakarta.enterprise.context.ApplicationScoped;

/** Mails receipts: a CDI bean whose method runs once an order. */
@ApplicationScoped
public class Receipts {

    /**
     * Mails a receipt; a repeat for the same order returns the first one's mail. The recipient is compared: the same order
     * with another one is refused instead of answered with somebody else's receipt. A mail is in no database, so the mode
     * stays INDEPENDENT.
     */
    @IdempotentOperation(name = "send-receipt", fingerprint = "recipient", retention = "P7D")
    public Receipt send(@IdempotencyKeyPart String orderId, String recipient) {
        IdempotencyAssert.assertClaimed();
        Receipt receipt = new Receipt();
        receipt.setOrderId(orderId);
        receipt.setRecipient(recipient);
        receipt.setMailId(Ids.create("mail"));
        return receipt;
    }
}
