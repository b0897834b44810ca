// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges.roles;

import ee.idempotency.IdempotentOperation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;

/** A bean of CDI. */
@Path("/bean")
@RequestScoped
public class OrdersOfBean {

    @POST
    @IdempotentOperation
    @RolesAllowed(Secured.CLERK)
    public String create() {
        return "order " + UUID.randomUUID();
    }
}
