// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.request;

import ee.idempotency.jaxrs.internal.log.HttpLog;
import ee.idempotency.jaxrs.internal.problem.ProblemType;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Reads a request's body into bounded memory and leaves it there for the resource. */
public final class RequestBody {

    private RequestBody() {}

    /**
     * The whole body.
     *
     * @throws RefusedRequestException if it is larger than {@code limit} bytes or ends before its end
     */
    public static byte[] read(ContainerRequestContext request, int limit) {
        byte[] body;
        try {
            body = request.getEntityStream().readNBytes(limit + 1);
        } catch (IOException | RuntimeException broken) {
            HttpLog.bodyUnreadable(broken);
            throw new RefusedRequestException(
                    ProblemType.BODY_UNREADABLE, "The body broke off or is malformed. Nothing was done.");
        }
        if (body.length > limit) {
            throw new RefusedRequestException(
                    ProblemType.REQUEST_TOO_LARGE,
                    "The body of this request may have at most " + limit + " bytes. Nothing was done.");
        }
        request.setEntityStream(new ByteArrayInputStream(body));
        return body;
    }
}
