// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges.messages;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Application;

/** Sends messages; not protected itself. */
@Path("/messages")
@RequestScoped
public class Sending {

    @Resource(lookup = "jms/factory")
    ConnectionFactory factory;

    @Resource(lookup = "jms/orders")
    Queue orders;

    @Inject
    Received received;

    /** Everything that the server finds. */
    @ApplicationPath("/")
    public static class Everything extends Application {}

    /** Sends one. */
    @POST
    @Path("{key}")
    public void send(@PathParam("key") String key) {
        try (JMSContext context = factory.createContext()) {
            context.createProducer().setJMSCorrelationID(key).send(orders, "order");
        }
    }

    /** What the listener has done so far. */
    @GET
    public String counts() {
        return received.counts();
    }
}
