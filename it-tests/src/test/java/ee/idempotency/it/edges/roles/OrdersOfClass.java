// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges.roles;

import ee.idempotency.IdempotentOperation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;

/** An EJB whose class says who may call it. */
@Path("/class")
@Stateless
@RolesAllowed(Secured.CLERK)
public class OrdersOfClass {

    @POST
    @IdempotentOperation
    public String create() {
        return "order " + UUID.randomUUID();
    }
}
