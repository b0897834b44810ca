// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.problem;

import ee.idempotency.jaxrs.internal.log.HttpLog;
import ee.idempotency.jaxrs.internal.message.HeaderRules;
import ee.idempotency.jaxrs.internal.message.PreparedResponse;
import ee.idempotency.jaxrs.internal.settings.DocumentationSettings;
import ee.idempotency.jaxrs.internal.settings.HttpSettings;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Header;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Problems as RFC 9457 writes them. Thread-safe. */
public final class ProblemFormat {

    public static final String MEDIA_TYPE = "application/problem+json";

    private final @Nullable String documentation;
    private final HeaderRules rules;

    /** The types of the problems are the documentation, or else the policy of the application, and their code. */
    public ProblemFormat(HttpSettings settings) {
        this.documentation = settings.documentation().uri();
        this.rules = new HeaderRules(settings);
    }

    private String typeUri(RequestPlace place, ProblemType type) {
        String page = documentation == null ? place.base() + DocumentationSettings.POLICY_PATH : documentation;
        if ("#/:=".indexOf(page.charAt(page.length() - 1)) >= 0) {
            return page + type.code();
        }
        return page + (page.startsWith("urn:") ? ":" : "#") + type.code();
    }

    /** The whole answer; its instance is in one line of the log, too. */
    public PreparedResponse answer(Problem problem, RequestPlace place) {
        return answer(problem, place, null);
    }

    /** Likewise, of a problem that {@code cause} led to. */
    public PreparedResponse answer(Problem problem, RequestPlace place, @Nullable Throwable cause) {
        String instance = "urn:uuid:" + UUID.randomUUID();
        HttpLog.problem(instance, problem.type().code(), problem.type().status(), place.operation());
        if (cause != null && problem.type() == ProblemType.INTERNAL_ERROR) {
            HttpLog.internalError(instance, cause);
        } else if (cause != null) {
            HttpLog.causeOf(instance, cause);
        }
        return format(problem, place, instance);
    }

    private PreparedResponse format(Problem problem, RequestPlace place, String instance) {
        ProblemType type = problem.type();
        String uri = typeUri(place, type);
        JsonObject json = Json.createObjectBuilder()
                .add("type", uri)
                .add("title", type.title())
                .add("status", type.status())
                .add("detail", problem.detail())
                .add("instance", instance)
                .add("code", type.code())
                .add("retryable", type.isRetryable())
                .build();
        return new PreparedResponse(
                type.status(), headers(problem, uri), Bytes.of(json.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private List<Header> headers(Problem problem, String uri) {
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("Content-Type", MEDIA_TYPE));
        headers.add(new Header("Content-Language", "en"));
        headers.add(new Header("Link", "<" + uri + ">; rel=\"describedby\""));
        Duration retryAfter = problem.retryAfter();
        if (retryAfter != null) {
            headers.add(new Header("Retry-After", Long.toString(Problem.seconds(retryAfter))));
        }
        rules.shouldRetry(problem.type().isRetryable()).ifPresent(headers::add);
        headers.addAll(problem.headers());
        return headers;
    }
}
