// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges.roles;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Calls the EJB, and changes roles; not protected itself. */
@Path("/")
@RequestScoped
public class Desk {

    @EJB
    Bookings bookings;

    @Inject
    Users users;

    /** One call of the EJB. */
    @POST
    @Path("called")
    public String book(@HeaderParam("Idempotency-Key") String key) {
        try {
            return bookings.book(key);
        } catch (EJBAccessException refused) {
            throw new ForbiddenException(refused);
        }
    }

    /** Gives a user the role, or takes it. */
    @PUT
    @Path("clerks/{user}/{clerk}")
    public void change(@PathParam("user") String user, @PathParam("clerk") boolean clerk) {
        users.change(user, clerk);
    }
}
