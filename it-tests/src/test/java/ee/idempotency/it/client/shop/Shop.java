// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.client.shop;

import ee.idempotency.client.IdempotentCalls;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Calls the gateway with a key from each of the places that a key may come from. */
@Path("/shop")
@RequestScoped
public class Shop {

    @Inject
    @RestClient
    Gateway gateway;

    @Inject
    Orders orders;

    /** All that is under the root. */
    @ApplicationPath("/")
    public static class Everything extends Application {}

    @POST
    @Path("/header/{order}")
    public String header(@PathParam("order") String order) {
        return Retries.untilAnswered(() -> gateway.payWith("kept-" + order, order, "header"));
    }

    @POST
    @Path("/given/{order}")
    public String given(@PathParam("order") String order) {
        return IdempotentCalls.call("kept-" + order, () -> Retries.untilAnswered(() -> gateway.pay(order, "given")));
    }

    @POST
    @Path("/scope/{order}")
    public String scope(@PathParam("order") String order) {
        return IdempotentCalls.call(() -> Retries.untilAnswered(() -> gateway.pay(order, "scope")));
    }

    @POST
    @Path("/claim/{order}")
    public String claim(@PathParam("order") String order) {
        return orders.order(order);
    }

    @POST
    @Path("/nothing/{order}")
    public String nothing(@PathParam("order") String order) {
        return Retries.untilAnswered(() -> gateway.pay(order, "nothing"));
    }
}
