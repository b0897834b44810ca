// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.example.orders;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.TransactionMode;
import ee.idempotency.example.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** {@code /api/orders}: plain JSON. */
@Path("/api/orders")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OrdersResource {

    @Inject
    Orders orders;

    @Inject
    Receipts receipts;

    /** Places an order, once a key. */
    @POST
    @IdempotentOperation(name = "create-order", mode = TransactionMode.ONE_COMMIT)
    public Response create(@Nullable OrderRequest request) {
        String item = request == null ? null : request.getItem();
        OptionalInt quantity = request == null ? OptionalInt.empty() : request.validQuantity();
        if (item == null || item.isBlank() || !Texts.fits(item) || quantity.isEmpty()) {
            return Response.status(Status.BAD_REQUEST)
                    .entity(Json.createObjectBuilder()
                            .add(
                                    "error",
                                    "An order needs an item of at most 255 characters and a quantity that is a whole"
                                            + " number from 1 to " + OrderRequest.MAX_QUANTITY + ".")
                            .build())
                    .build();
        }
        PurchaseOrder order = orders.place(item, quantity.getAsInt());
        return Response.created(URI.create("/api/orders/" + order.getId()))
                .entity(order)
                .build();
    }

    /** How many orders there are. */
    @GET
    @Path("count")
    public JsonObject count() {
        return Json.createObjectBuilder().add("count", orders.count()).build();
    }

    /** Mails the receipt of an order. The order's id is the key, so no header is needed. */
    @POST
    @Path("{id}/receipt")
    @Consumes(MediaType.TEXT_PLAIN)
    public Receipt sendReceipt(@PathParam("id") String orderId, String recipient) {
        return receipts.send(orderId, recipient);
    }
}
