// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.example.payments;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.TransactionMode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code /v1/refunds}. */
@Path("/v1/refunds")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RefundsResource {

    @Inject
    Ledger ledger;

    /** Gives money back, once a key. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @IdempotentOperation(name = "create-refund", mode = TransactionMode.ONE_COMMIT)
    public Response create(
            @FormParam("charge") @DefaultValue("") String charge, @FormParam("amount") @DefaultValue("0") long amount) {
        if (amount <= 0) {
            return StripeErrors.invalid("amount", "The amount must be a positive number of the smallest unit.");
        }
        return ledger.refund(charge, amount)
                .map(refund -> Response.ok(refund).build())
                .orElseGet(() -> StripeErrors.invalid("charge", "No such charge, or not that much of it is left."));
    }
}
