// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.problem;

import ee.idempotency.jaxrs.internal.settings.ApplicationBeans;
import ee.idempotency.jaxrs.internal.settings.Profile;
import ee.idempotency.jaxrs.spi.ProblemRenderer;
import ee.idempotency.jaxrs.spi.ProblemReport;
import ee.idempotency.jaxrs.spi.RenderedProblem;
import jakarta.enterprise.inject.Instance;

/** Which renderer shapes the problems of an application. */
public final class Renderers {

    private Renderers() {}

    /**
     * The application's own, or else that of the profile.
     *
     * @throws jakarta.enterprise.inject.AmbiguousResolutionException if the application has two
     */
    public static ProblemRenderer of(Profile profile) {
        return ApplicationBeans.find()
                .map(beans -> beans.select(ProblemRenderer.class))
                .filter(own -> !own.isUnsatisfied())
                .map(Instance::get)
                .orElseGet(() -> ofProfile(profile));
    }

    /** That of a profile. */
    public static ProblemRenderer ofProfile(Profile profile) {
        return switch (profile) {
            case DRAFT_07 -> new Rfc9457Renderer();
            case STRIPE -> new StripeRenderer();
            case ACP -> new AcpRenderer();
        };
    }

    /** What a client gets of a problem under a profile, for those who describe it beforehand. */
    public static RenderedProblem example(Profile profile, ProblemType type) {
        return ofProfile(profile)
                .render(new ProblemReport(
                        type.code(),
                        type.status(),
                        type.title(),
                        type.advice(),
                        "about:blank",
                        "",
                        type.isRetryable()));
    }
}
