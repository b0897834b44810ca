// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import ee.idempotency.outbox.OutboxEvent;
import java.time.Instant;
import java.util.UUID;

/** Events for tests of senders. */
final class Events {

    static final UUID ID = UUID.fromString("018f0000-0000-8000-8000-000000000017");

    private Events() {}

    static OutboxEvent of(String type) {
        return new OutboxEvent(
                ID,
                "order",
                "17 \"b\"",
                type,
                "{\"total\": 1.10}",
                "default",
                "place order",
                "/shop/place%20order",
                Instant.parse("2026-11-28T12:00:00.123456Z"),
                1);
    }
}
