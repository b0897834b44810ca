// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.example.page;

import ee.idempotency.example.Texts;
import ee.idempotency.example.payments.Ledger;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /unprotected-charges}: how services without the library charge, for the page to compare. */
@Path("/unprotected-charges")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UnprotectedChargesResource {

    @Inject
    Ledger ledger;

    /** Takes money, once a request: a retry takes it again. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public JsonObject create(
            @FormParam("amount") @DefaultValue("0") long amount,
            @FormParam("description") @DefaultValue("") String description) {
        if (amount <= 0 || !Texts.fits(description)) {
            throw new BadRequestException();
        }
        return ledger.charge(amount, "eur", description);
    }
}
