// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.admin.rest.internal;

import ee.idempotency.IdempotencyException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/** Answers of administration: JSON that nobody keeps, frames or runs. */
public final class Answers {

    private static final String PROBLEM = "application/problem+json";

    private Answers() {}

    /** What a request is answered with; refused by an {@link AdminProblem}. */
    @FunctionalInterface
    public interface Work<T> {

        /** Does it. */
        T run() throws AdminProblem, IOException;
    }

    /** Runs {@code work}; what it refuses becomes a problem. */
    public static Response of(Work<JsonObject> work) throws IOException {
        return sent(() -> answer(200, "application/json", work.run()));
    }

    /** Likewise for what is no JSON. */
    public static Response sent(Work<Response> work) throws IOException {
        try {
            return work.run();
        } catch (AdminProblem refused) {
            return problem(refused);
        } catch (IdempotencyException refused) {
            return problem(AdminProblem.of(refused));
        }
    }

    private static Response problem(AdminProblem problem) {
        return answer(
                problem.status(),
                PROBLEM,
                Json.createObjectBuilder()
                        .add("type", "urn:idempotency:admin:" + problem.code())
                        .add("status", problem.status())
                        .add("detail", problem.detail())
                        .build());
    }

    private static Response answer(int status, String type, JsonObject json) {
        return Response.status(status)
                .entity(json.toString())
                .type(type)
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
