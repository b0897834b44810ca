// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.outbox;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.TransactionMode;
import ee.idempotency.outbox.Outbox;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;

/** Publishes in the transaction of its call. */
@Path("/orders")
@RequestScoped
public class Orders {

    @Inject
    private Outbox outbox;

    @Inject
    private Seen seen;

    /** Places one; "fail" is rolled back. */
    @POST
    @Path("{order}")
    @IdempotentOperation(name = "place-order", mode = TransactionMode.JOINED)
    public String place(@PathParam("order") String order, String action) {
        String id = outbox.publish("order", order, "OrderPlaced", "{\"order\": \"" + order + "\"}")
                .toString();
        outbox.publish("order", order, "OrderPaid", "{}");
        if ("fail".equals(action)) {
            throw new WebApplicationException(503);
        }
        return id;
    }

    /** Publishes without a transaction. */
    @POST
    @Path("outside")
    public String outside() {
        try {
            return outbox.publish("order", "0", "OrderPlaced", "{}").toString();
        } catch (IllegalStateException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    /** What observers have seen of an order. */
    @GET
    @Path("{order}")
    public String seen(@PathParam("order") String order) {
        return seen.of(order);
    }
}
