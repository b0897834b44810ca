// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges.varieties;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Calls them; not protected itself. */
@Path("/varieties/{which}/{key}")
@RequestScoped
public class Callers {

    @EJB
    ByInterface byInterface;

    @EJB
    Child child;

    @EJB
    OtherChild other;

    @EJB
    Sender sender;

    /** One call. */
    @POST
    public String call(@PathParam("which") String which, @PathParam("key") String key) {
        return switch (which) {
            case "interface" -> byInterface.place(key);
            case "child" -> child.place(key);
            case "other" -> other.place(key);
            case "send" -> {
                sender.send(key);
                yield "sent";
            }
            default -> sender.runs() + " runs, " + Repeats.seen() + " repeats";
        };
    }
}
