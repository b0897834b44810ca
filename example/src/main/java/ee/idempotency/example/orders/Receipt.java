// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.example.orders;

/** A receipt that was mailed; kept as JSON and read back from it, so it has setters. */
public class Receipt {

    private String orderId = "";
    private String recipient = "";
    private String mailId = "";

    /** The order. */
    public String getOrderId() {
        return orderId;
    }

    /** Read by JSON-B. */
    public void setOrderId(String orderId) {
        this.orderId = orderId;
    }

    /** Who got it. */
    public String getRecipient() {
        return recipient;
    }

    /** Read by JSON-B. */
    public void setRecipient(String recipient) {
        this.recipient = recipient;
    }

    /** The mail. */
    public String getMailId() {
        return mailId;
    }

    /** Read by JSON-B. */
    public void setMailId(String mailId) {
        this.mailId = mailId;
    }
}
