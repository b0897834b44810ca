// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.example.payments;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.TransactionMode;
import ee.idempotency.example.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code /v1/charges}: a retry with the same key is answered with the first answer, and takes no money. */
@Path("/v1/charges")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ChargesResource {

    @Inject
    Ledger ledger;

    /** Takes money, once a key: claim, charge and response are one commit, in the database of both. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @IdempotentOperation(name = "create-charge", mode = TransactionMode.ONE_COMMIT)
    public Response create(
            @FormParam("amount") @DefaultValue("0") long amount,
            @FormParam("currency") @DefaultValue("") String currency,
            @FormParam("description") @DefaultValue("") String description) {
        if (amount <= 0) {
            return StripeErrors.invalid("amount", "The amount must be a positive number of the smallest unit.");
        }
        if (!currency.matches("[a-z]{3}")) {
            return StripeErrors.invalid("currency", "The currency must have three lower-case letters, such as eur.");
        }
        if (!Texts.fits(description)) {
            return StripeErrors.invalid("description", "The description is too long, or has a NUL character.");
        }
        return Response.ok(ledger.charge(amount, currency, description)).build();
    }

    /** One charge. */
    @GET
    @Path("{id}")
    public Response find(@PathParam("id") String id) {
        return ledger.find(id)
                .map(charge -> Response.ok(charge).build())
                .orElseGet(() -> StripeErrors.missing("id", "No such charge."));
    }

    /** The latest charges. */
    @GET
    public Response list(@QueryParam("limit") @DefaultValue("10") int limit) {
        JsonArrayBuilder charges = Json.createArrayBuilder();
        ledger.latest(Math.max(1, Math.min(limit, 100))).forEach(charges::add);
        return Response.ok(Json.createObjectBuilder()
                        .add("object", "list")
                        .add("url", "/v1/charges")
                        .add("has_more", false)
                        .add("data", charges)
                        .build())
                .build();
    }
}
