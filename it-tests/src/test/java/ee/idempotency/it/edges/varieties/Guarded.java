// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges.varieties;

import ee.idempotency.IdempotentOperation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Protected, and listed by an application without the feature. */
@Path("/guarded")
@RequestScoped
public class Guarded {

    @POST
    @IdempotentOperation
    public String create() {
        return "created";
    }
}
