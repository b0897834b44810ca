// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges.roles;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.util.UUID;

/** An EJB that is called by other code. */
@Stateless
public class Bookings {

    @IdempotentOperation
    @RolesAllowed(Secured.CLERK)
    public String book(@IdempotencyKeyPart String key) {
        return "booking " + UUID.randomUUID();
    }
}
