// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges;

import ee.idempotency.IdempotentOperation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.sse.SseEventSink;

/** Events, whose last one nobody knows. */
@Path("/announcements")
@RequestScoped
public class Announcements {

    /** Cannot be protected. */
    @POST
    @IdempotentOperation
    public void announce(@Context SseEventSink sink) {
        sink.close();
    }
}
