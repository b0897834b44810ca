// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal;

import ee.idempotency.spi.Bytes;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Problems as RFC 9457 writes them. Thread-safe. */
final class ProblemFormat {

    static final String MEDIA_TYPE = "application/problem+json";

    private final String base;

    /** The types of the problems are {@code documentation} and their code. */
    ProblemFormat(String documentation) {
        this.base = base(documentation);
    }

    private static String base(String documentation) {
        if ("#/:=".indexOf(documentation.charAt(documentation.length() - 1)) >= 0) {
            return documentation;
        }
        return documentation + (documentation.startsWith("urn:") ? ":" : "#");
    }

    /** The whole answer; {@code instance} is the path of the request, without its query. */
    FixedAnswer answer(Problem problem, String instance) {
        ProblemType type = problem.type();
        String uri = base + type.code();
        JsonObject json = Json.createObjectBuilder()
                .add("type", uri)
                .add("title", type.title())
                .add("status", type.status())
                .add("detail", problem.detail())
                .add("instance", instance)
                .add("code", type.code())
                .add("retryable", type.isRetryable())
                .build();
        return new FixedAnswer(
                type.status(), headers(problem, uri), Bytes.of(json.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static List<HeaderLine> headers(Problem problem, String uri) {
        List<HeaderLine> headers = new ArrayList<>();
        headers.add(new HeaderLine("Content-Type", MEDIA_TYPE));
        headers.add(new HeaderLine("Content-Language", "en"));
        headers.add(new HeaderLine("Link", "<" + uri + ">; rel=\"describedby\""));
        Duration retryAfter = problem.retryAfter();
        if (retryAfter != null) {
            headers.add(new HeaderLine("Retry-After", Long.toString(Problem.seconds(retryAfter))));
        }
        headers.addAll(problem.headers());
        return headers;
    }
}
