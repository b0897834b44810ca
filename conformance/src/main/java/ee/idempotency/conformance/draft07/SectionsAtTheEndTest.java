// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.draft07;

import ee.idempotency.conformance.internal.Broken;
import ee.idempotency.conformance.internal.Draft;
import ee.idempotency.conformance.internal.http.Answer;
import ee.idempotency.conformance.report.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is judged when all other tests are over: they took time, and made the requests that had to be answered. */
@ExtendWith(DraftExtension.class)
@DisplayNameGeneration(SentenceNames.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SectionsAtTheEndTest {

    /** 2.3 lets keys expire, but a key that is gone before a client has tried again is none. */
    @Order(1)
    @Draft(section = "2.3", level = Level.MUST)
    void stillKnowsAKeyAfterAWhile(Probe probe, Scenarios scenarios) {
        scenarios.requireKeys();
        Scenarios.Retry retry = scenarios.retry();
        Duration age = waitUntilItIsOf(retry, probe.target().keptFor());

        Answer again = probe.send(retry.attempt());

        long runs = probe.runs(retry.attempt(), retry.first(), again);
        Broken.unless(runs == 1, "A retry ran again %d ms after the first request.", age.toMillis());
    }

    /** A request without an answer leaves its client as it was before: it does not know. */
    @Order(2)
    @Draft(section = "2.6", level = Level.MUST)
    void answersEveryRequest(Probe probe) {
        List<String> unanswered = probe.unanswered();

        Broken.unless(
                unanswered.isEmpty(),
                "%d requests got no answer; the first: %s.",
                unanswered.size(),
                unanswered.isEmpty() ? "" : unanswered.get(0));
    }

    /** Time itself is what this test needs; most of it has passed already. */
    private static Duration waitUntilItIsOf(Scenarios.Retry retry, Duration age) {
        long rest = age.toNanos() - (System.nanoTime() - retry.nanoTime());
        new CompletableFuture<Boolean>()
                .completeOnTimeout(true, Math.max(1, rest), TimeUnit.NANOSECONDS)
                .join();
        return Duration.ofNanos(System.nanoTime() - retry.nanoTime());
    }
}
