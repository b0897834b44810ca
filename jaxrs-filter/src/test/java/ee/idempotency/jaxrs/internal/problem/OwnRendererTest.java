// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ee.idempotency.jaxrs.internal.message.PreparedResponse;
import ee.idempotency.jaxrs.internal.settings.HttpSettings;
import ee.idempotency.jaxrs.spi.ProblemRenderer;
import ee.idempotency.jaxrs.spi.RenderedProblem;
import ee.idempotency.settings.SettingsReader;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Header;
import ee.idempotency.tck.Requirement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An application shapes problems itself. */
@Requirement("H24")
class OwnRendererTest {

    private static final Problem PROBLEM = new Problem(ProblemType.IN_PROGRESS, "Later.", Duration.ofSeconds(3));

    private static PreparedResponse answer(ProblemRenderer renderer) {
        HttpSettings settings = HttpSettings.read(new SettingsReader(name -> null));
        return new ProblemFormat(settings, renderer).answer(PROBLEM, new RequestPlace("op", "/"));
    }

    @Test
    void decidesAboutStatusTypeBodyAndHeadersAndNotAboutRetryAfter() {
        PreparedResponse answer = answer(problem -> new RenderedProblem(
                423,
                "text/plain",
                Bytes.of((problem.code() + " " + problem.status() + " " + problem.detail()).getBytes(UTF_8)),
                List.of(new Header("X-Trace", "7"))));

        assertThat(answer.status()).isEqualTo(423);
        assertThat(new String(answer.body().toArray(), UTF_8)).isEqualTo("in-progress 409 Later.");
        assertThat(answer.headers())
                .containsExactly(
                        new Header("Content-Type", "text/plain"),
                        new Header("X-Trace", "7"),
                        new Header("Retry-After", "3"));
    }

    @Test
    void thatFailsLeavesTheProblemAsTheRfcHasIt() {
        List<ProblemRenderer> failing = List.of(
                problem -> {
                    throw new IllegalStateException("no template");
                },
                problem -> new RenderedProblem(200, "text/plain", Bytes.EMPTY, List.of()));
        for (ProblemRenderer renderer : failing) {
            PreparedResponse answer = answer(renderer);
            assertThat(answer.status()).isEqualTo(409);
            assertThat(new String(answer.body().toArray(), UTF_8)).contains("\"code\":\"in-progress\"");
            assertThat(answer.headers()).contains(new Header("Content-Type", "application/problem+json"));
        }
    }

    @Test
    void cannotMakeASuccessOfARefusal() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RenderedProblem(204, "text/plain", Bytes.EMPTY, List.of()));
    }
}
