// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges.apart;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** An operation of one name in each WAR. */
@ApplicationScoped
public class Bookings {

    /** Has another number each time it runs. */
    @IdempotentOperation(name = "book")
    public String book(@IdempotencyKeyPart String key) {
        return "booked " + UUID.randomUUID();
    }
}
