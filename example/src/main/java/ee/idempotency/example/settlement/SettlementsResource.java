// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.example.settlement;

import ee.idempotency.example.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Stands in for the broker: delivers a message to the worker, as often as it is asked to. */
@Path("/api/settlements")
@RequestScoped
public class SettlementsResource {

    @Inject
    Event<SettlementMessage> broker;

    @Inject
    Settlements settlements;

    /** Delivers a message whose body is the charge; answers once the worker is done with this delivery. */
    @POST
    @Path("messages/{messageId}")
    @Consumes(MediaType.TEXT_PLAIN)
    public CompletionStage<Response> deliver(@PathParam("messageId") String messageId, String charge) {
        if (!Texts.fits(charge)) {
            return CompletableFuture.completedFuture(
                    Response.status(Response.Status.BAD_REQUEST).build());
        }
        return broker.fireAsync(new SettlementMessage(messageId, charge))
                .thenApply(delivered -> Response.noContent().build());
    }

    /** How often a charge was paid out. */
    @GET
    @Path("{charge}")
    @Produces(MediaType.APPLICATION_JSON)
    public JsonObject count(@PathParam("charge") String charge) {
        return Json.createObjectBuilder()
                .add("charge", charge)
                .add("count", settlements.count(charge))
                .build();
    }
}
