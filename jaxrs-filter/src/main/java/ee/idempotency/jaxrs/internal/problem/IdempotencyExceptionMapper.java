// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.problem;

import ee.idempotency.IdempotencyException;
import ee.idempotency.jaxrs.internal.message.PreparedResponse;
import ee.idempotency.jaxrs.internal.settings.ConfiguredSettings;
import ee.idempotency.jaxrs.internal.settings.HttpSettings;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * Answers with a problem where a bean method or worker below a resource was refused. An application that wants another
 * answer registers a mapper of its own for the exception's class. {@code IdempotencyFeature} registers this one.
 */
public class IdempotencyExceptionMapper implements ExceptionMapper<IdempotencyException> {

    private static final String BELOW = "A call below a resource";

    @Context
    private @Nullable UriInfo uri;

    private volatile @Nullable ProblemFormat format;

    /** For the runtime, which injects the rest. */
    public IdempotencyExceptionMapper() {}

    /** For tests. */
    IdempotencyExceptionMapper(HttpSettings settings) {
        format = new ProblemFormat(settings);
    }

    @Override
    public Response toResponse(IdempotencyException exception) {
        Problem problem = ProblemCatalog.of(exception);
        PreparedResponse answer = format().answer(problem, RequestPlace.of(BELOW, uri), exception);
        Response.ResponseBuilder response =
                Response.status(answer.status()).entity(new ProblemEntity(problem.type(), answer.body()));
        answer.headers().forEach(line -> response.header(line.name(), line.value()));
        return response.build();
    }

    private ProblemFormat format() {
        ProblemFormat known = format;
        if (known == null) {
            known = new ProblemFormat(ConfiguredSettings.read());
            format = known;
        }
        return known;
    }
}
