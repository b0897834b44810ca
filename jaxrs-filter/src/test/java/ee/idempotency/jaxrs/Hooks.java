// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.KeyPolicy;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Receives webhooks. */
@Path("/hooks")
public class Hooks {

    final AtomicInteger runs = new AtomicInteger();

    @POST
    @Path("github")
    @IdempotentOperation(name = "github", keyHeader = "X-GitHub-Delivery")
    public String github(String body) {
        return "run " + runs.incrementAndGet() + body.length();
    }

    @POST
    @Path("event")
    @IdempotentOperation(name = "event", keyPointer = "/id")
    public String event(String body) {
        return "run " + runs.incrementAndGet() + body.length();
    }

    @POST
    @Path("deep")
    @IdempotentOperation(name = "deep", keyPointer = "/events/1/a~1b", keyPolicy = KeyPolicy.OPTIONAL)
    public String deep(String body) {
        return "run " + runs.incrementAndGet() + body.length();
    }
}
