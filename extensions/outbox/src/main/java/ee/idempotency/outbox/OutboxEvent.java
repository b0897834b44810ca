// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as senders get it.
 *
 * @param id the same whenever the event is sent; the key by which a consumer recognises a repeat
 * @param aggregateType what kind of thing it is about
 * @param aggregateId which one
 * @param type what has happened
 * @param payload JSON, as it was published
 * @param tenant of the claim under which it was published; {@code default} without one
 * @param operation of that claim; empty without one
 * @param source where it comes from, a URI reference: {@code idempotency.outbox.source}, a slash, and the operation
 * @param recordedAt when it was recorded, by the clock of the database
 * @param tries how many times it was sent or tried to be, this time included
 */
public record OutboxEvent(
        UUID id,
        String aggregateType,
        String aggregateId,
        String type,
        String payload,
        String tenant,
        String operation,
        String source,
        Instant recordedAt,
        int tries) {

    /** Without payload and aggregate, which may be anybody's data. */
    @Override
    public String toString() {
        return "event " + id + " of type '" + type + "'";
    }
}
