// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.problem;

import ee.idempotency.jaxrs.internal.log.HttpLog;
import ee.idempotency.jaxrs.internal.message.HeaderRules;
import ee.idempotency.jaxrs.internal.message.PreparedResponse;
import ee.idempotency.jaxrs.internal.settings.DocumentationSettings;
import ee.idempotency.jaxrs.internal.settings.HttpSettings;
import ee.idempotency.jaxrs.spi.ProblemRenderer;
import ee.idempotency.jaxrs.spi.ProblemReport;
import ee.idempotency.jaxrs.spi.RenderedProblem;
import ee.idempotency.spi.Header;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Problems as they go to clients, in the shape of the application. Thread-safe. */
public final class ProblemFormat {

    private final @Nullable String documentation;
    private final HeaderRules rules;
    private final ProblemRenderer renderer;

    /** The types of the problems are the documentation, or else the policy of the application, and their code. */
    public ProblemFormat(HttpSettings settings) {
        this(settings, Renderers.of(settings.profile()));
    }

    /** Likewise, in the shape that {@code renderer} gives them. */
    ProblemFormat(HttpSettings settings, ProblemRenderer renderer) {
        this.renderer = renderer;
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
        RenderedProblem rendered = render(problem.type(), problem.detail(), instance, place);
        HttpLog.problem(instance, problem.type().code(), rendered.status(), place.operation());
        if (cause != null && problem.type() == ProblemType.INTERNAL_ERROR) {
            HttpLog.internalError(instance, cause);
        } else if (cause != null) {
            HttpLog.causeOf(instance, cause);
        }
        return new PreparedResponse(rendered.status(), headers(problem, rendered), rendered.body());
    }

    private RenderedProblem render(ProblemType type, String detail, String instance, RequestPlace place) {
        ProblemReport report = new ProblemReport(
                type.code(), type.status(), type.title(), detail, typeUri(place, type), instance, type.isRetryable());
        try {
            return Objects.requireNonNull(renderer.render(report), "a renderer returned null");
        } catch (RuntimeException | LinkageError failed) {
            HttpLog.renderingFailed(instance, failed);
            return new Rfc9457Renderer().render(report);
        }
    }

    private List<Header> headers(Problem problem, RenderedProblem rendered) {
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("Content-Type", rendered.contentType()));
        headers.addAll(rendered.headers());
        Duration retryAfter = problem.retryAfter();
        if (retryAfter != null) {
            headers.add(new Header("Retry-After", Long.toString(Problem.seconds(retryAfter))));
        }
        rules.shouldRetry(problem.type().isRetryable()).ifPresent(headers::add);
        headers.addAll(problem.headers());
        return headers;
    }
}
