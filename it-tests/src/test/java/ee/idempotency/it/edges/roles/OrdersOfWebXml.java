// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges.roles;

import ee.idempotency.IdempotentOperation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;

/** Behind a constraint of web.xml. */
@Path("/constrained")
@RequestScoped
public class OrdersOfWebXml {

    @POST
    @IdempotentOperation
    public String create() {
        return "order " + UUID.randomUUID();
    }
}
