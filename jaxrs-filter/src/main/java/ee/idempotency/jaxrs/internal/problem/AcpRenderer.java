// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.problem;

import ee.idempotency.jaxrs.spi.ProblemRenderer;
import ee.idempotency.jaxrs.spi.ProblemReport;
import ee.idempotency.jaxrs.spi.RenderedProblem;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** Flat errors of the Agentic Commerce Protocol (Agentic Checkout, sections 3.1 and 6.4). */
final class AcpRenderer implements ProblemRenderer {

    @Override
    public RenderedProblem render(ProblemReport problem) {
        JsonObjectBuilder error = Json.createObjectBuilder()
                .add("type", type(problem.status()))
                .add("code", code(problem.code()))
                .add("message", problem.detail());
        if (problem.code().equals("body-malformed")) {
            error.add("param", "$");
        }
        return new RenderedProblem(problem.status(), "application/json", JsonBodies.of(error), List.of());
    }

    private static String type(int status) {
        if (status == 429 || status == 503) {
            return "service_unavailable";
        }
        return status >= 500 ? "processing_error" : "invalid_request";
    }

    private static String code(String code) {
        return switch (code) {
            case "key-missing" -> "idempotency_key_required";
            case "key-invalid" -> "idempotency_key_invalid";
            case "key-reused", "key-collision" -> "idempotency_conflict";
            case "in-progress", "ownership-lost" -> "idempotency_in_flight";
            default -> code.replace('-', '_');
        };
    }
}
