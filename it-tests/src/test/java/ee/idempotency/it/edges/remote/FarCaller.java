// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges.remote;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Calls it; not protected itself. */
@Path("/varieties/remote/{key}")
@RequestScoped
public class FarCaller {

    @EJB
    FarAway farAway;

    /** One call. */
    @POST
    public String call(@PathParam("key") String key) {
        return farAway.place(key);
    }
}
