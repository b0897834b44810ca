// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.response;

import ee.idempotency.IdempotencyException;
import ee.idempotency.OutcomeChoice;
import ee.idempotency.engine.Attempt;
import ee.idempotency.jaxrs.internal.log.HttpLog;
import ee.idempotency.jaxrs.internal.message.HeaderRules;
import ee.idempotency.jaxrs.internal.message.PreparedResponse;
import ee.idempotency.jaxrs.internal.message.ResponseHeaders;
import ee.idempotency.jaxrs.internal.operation.StatusRules;
import ee.idempotency.jaxrs.internal.problem.ProblemCatalog;
import ee.idempotency.jaxrs.internal.problem.ProblemFormat;
import ee.idempotency.jaxrs.internal.problem.RequestPlace;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the claim of one request, whatever made its answer: JAX-RS, the servlet response, or nobody. A claim is
 * settled once. For one thread at a time, but not always the same.
 */
final class Settlement {

    private final Attempt attempt;
    private final StatusRules statuses;
    private final ProblemFormat problems;
    private final RequestPlace place;
    private final HeaderRules rules;
    private final OutsideAnswer outside;
    private final Instant expires;
    private volatile boolean settled;

    Settlement(
            Attempt attempt,
            StatusRules statuses,
            ProblemFormat problems,
            RequestPlace place,
            HeaderRules rules,
            OutsideAnswer outside,
            Instant expires) {
        this.attempt = attempt;
        this.statuses = statuses;
        this.problems = problems;
        this.place = place;
        this.rules = rules;
        this.outside = outside;
        this.expires = expires;
    }

    /** Whether nothing is left to be settled. */
    boolean isSettled() {
        return settled;
    }

    /**
     * Stores an answer, whose headers are final.
     *
     * @param body null if it is not kept
     * @return a problem to answer instead, if it could not be stored
     */
    @Nullable
    PreparedResponse complete(int status, ResponseHeaders headers, @Nullable Bytes body) {
        List<Header> lines = new ArrayList<>(headers.lines(rules::isStored));
        lines.addAll(outsideLines(line -> rules.isStored(line.name()) && !headers.has(line.name())));
        return complete(StoredResponse.of(status, lines, body));
    }

    private List<Header> outsideLines(Predicate<Header> wanted) {
        return outside.headers().stream().filter(wanted).toList();
    }

    /**
     * Settles with what was sent outside JAX-RS, if something was; its bytes are not known.
     *
     * @param otherwise the status where none is final yet
     * @return whether something was sent
     */
    boolean settleIfAnsweredOutside(int otherwise) {
        outside.endWatch();
        if (outside.isGiven()) {
            settleOutside(outside.status(otherwise));
            return true;
        }
        return false;
    }

    private void settleOutside(int status) {
        HttpLog.answeredOutside(attempt.claim(), status);
        if (!statuses.store(status, attempt.claim().outcome())) {
            release();
            return;
        }
        List<Header> lines = new ArrayList<>(outsideLines(line -> rules.isStored(line.name())));
        lines.addAll(rules.ofStored(status, expires));
        complete(StoredResponse.of(status, lines, null));
    }

    private @Nullable PreparedResponse complete(Outcome.Completed outcome) {
        settled = true; // not before: a header's value may throw, and then the next answer settles
        try {
            settle(outcome);
            return null;
        } catch (RuntimeException notStored) {
            HttpLog.answerWithheld(attempt.claim(), notStored);
            return problems.answer(ProblemCatalog.ofAny(notStored), place, notStored);
        }
    }

    /** A rejection holds without its effect; a failure that is stored by the rules has none; see {@link OutcomeChoice}. */
    private void settle(Outcome.Completed outcome) {
        if (outcome.status() < 400) {
            attempt.complete(outcome);
            return;
        }
        if (outcome.status() >= 500 && !isToBeStored()) {
            attempt.markForRollback();
        }
        attempt.reject(outcome);
    }

    /** Whether the application itself has said so. */
    private boolean isToBeStored() {
        return attempt.claim().outcome().isStored(false);
    }

    /** The request is over and nobody made an answer. */
    void abandon() {
        outside.endWatch();
        if (!settled && !settleIfAnsweredOutside(500)) {
            HttpLog.unanswered(attempt.claim());
            withoutAnswer(500);
        }
    }

    /** Settles an answer that was decided on, but cannot be made. */
    void withoutAnswer(int status) {
        if (!isToBeStored()) {
            release();
            return;
        }
        settled = true;
        try {
            attempt.reject(StoredResponse.of(status, List.of(), null));
        } catch (IdempotencyException notStored) {
            HttpLog.answerWithheld(attempt.claim(), notStored);
        }
    }

    /** Gives the key back. */
    void release() {
        settled = true;
        attempt.release();
    }
}
