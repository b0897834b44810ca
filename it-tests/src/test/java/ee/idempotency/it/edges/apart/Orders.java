// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges.apart;

import ee.idempotency.IdempotentOperation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.UUID;

/** {@code /orders}: each call that runs says where, and has another number. */
@Path("/orders")
@RequestScoped
public class Orders {

    @Context
    HttpServletRequest request;

    @Inject
    Bookings bookings;

    /** Protected by the filter. */
    @POST
    @IdempotentOperation
    public String place(String order) {
        return request.getContextPath() + request.getServletPath() + " " + UUID.randomUUID();
    }

    /** Not protected, but the bean's method is. */
    @POST
    @Path("booked/{key}")
    public String book(@PathParam("key") String key) {
        return bookings.book(key);
    }
}
