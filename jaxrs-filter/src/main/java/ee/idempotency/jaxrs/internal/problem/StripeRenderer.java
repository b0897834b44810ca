// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.problem;

import ee.idempotency.jaxrs.spi.ProblemRenderer;
import ee.idempotency.jaxrs.spi.ProblemReport;
import ee.idempotency.jaxrs.spi.RenderedProblem;
import jakarta.json.Json;
import java.util.List;

/**
 * Errors as Stripe's API has them (docs.stripe.com/api/errors, docs.stripe.com/error-codes): an {@code idempotency_error} has
 * the status 400, {@code idempotency_key_in_use} 409.
 */
final class StripeRenderer implements ProblemRenderer {

    private static final String INVALID = "invalid_request_error";

    @Override
    public RenderedProblem render(ProblemReport problem) {
        boolean isReuse = problem.code().equals("key-reused") || problem.code().equals("key-collision");
        return new RenderedProblem(
                isReuse ? 400 : problem.status(),
                "application/json",
                JsonBodies.of(Json.createObjectBuilder()
                        .add(
                                "error",
                                Json.createObjectBuilder()
                                        .add("type", isReuse ? "idempotency_error" : type(problem.status()))
                                        .add("code", code(problem.code()))
                                        .add("message", problem.detail())
                                        .add("doc_url", problem.type()))),
                List.of());
    }

    private static String type(int status) {
        return status >= 500 ? "api_error" : INVALID;
    }

    private static String code(String code) {
        return switch (code) {
            case "in-progress", "ownership-lost" -> "idempotency_key_in_use";
            case "quota-exceeded" -> "rate_limit";
            default -> code.replace('-', '_');
        };
    }
}
