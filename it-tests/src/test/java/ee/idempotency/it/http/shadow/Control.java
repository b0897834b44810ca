// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.shadow;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** By what a test switches the store and reads what was found. */
@Path("/control")
@RequestScoped
public class Control {

    @Inject
    private SwitchedStore store;

    @Inject
    private Findings findings;

    /** Switches the store. */
    @PUT
    @Path("{state}")
    public void become(@PathParam("state") String state) {
        store.become(state);
    }

    /** What was found since the application started. */
    @GET
    public String found() {
        return findings.all();
    }
}
