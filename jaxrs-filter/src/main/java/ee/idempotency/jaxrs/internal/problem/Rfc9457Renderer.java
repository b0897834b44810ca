// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.problem;

import ee.idempotency.jaxrs.spi.ProblemRenderer;
import ee.idempotency.jaxrs.spi.ProblemReport;
import ee.idempotency.jaxrs.spi.RenderedProblem;
import ee.idempotency.spi.Header;
import jakarta.json.Json;
import java.util.List;

/** Problems as RFC 9457 writes them. */
final class Rfc9457Renderer implements ProblemRenderer {

    @Override
    public RenderedProblem render(ProblemReport problem) {
        return new RenderedProblem(
                problem.status(),
                ProblemType.MEDIA_TYPE,
                JsonBodies.of(Json.createObjectBuilder()
                        .add("type", problem.type())
                        .add("title", problem.title())
                        .add("status", problem.status())
                        .add("detail", problem.detail())
                        .add("instance", problem.instance())
                        .add("code", problem.code())
                        .add("retryable", problem.retryable())),
                List.of(
                        new Header("Content-Language", "en"),
                        new Header("Link", "<" + problem.type() + ">; rel=\"describedby\"")));
    }
}
