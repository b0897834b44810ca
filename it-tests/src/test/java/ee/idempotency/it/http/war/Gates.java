// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.war;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code /gates/{name}}: where a request stops until the test lets it pass. */
@Path("/gates/{name}")
public class Gates {

    private static final ConcurrentMap<String, Gate> ALL = new ConcurrentHashMap<>();
    private static final long PATIENCE_SECONDS = 120;

    private record Gate(CountDownLatch reached, CountDownLatch open) {}

    /** Stops the calling thread. */
    static void pass(String name) {
        Gate gate = gate(name);
        gate.reached().countDown();
        await(gate.open());
    }

    /** Answers once a request has come to the gate. */
    @GET
    public void reached(@PathParam("name") String name) {
        await(gate(name).reached());
    }

    /** Lets all pass. */
    @PUT
    public void open(@PathParam("name") String name) {
        gate(name).open().countDown();
    }

    private static Gate gate(String name) {
        return ALL.computeIfAbsent(name, unknown -> new Gate(new CountDownLatch(1), new CountDownLatch(1)));
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
