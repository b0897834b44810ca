// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.response;

import ee.idempotency.engine.Attempt;
import ee.idempotency.jaxrs.internal.log.HttpLog;
import ee.idempotency.jaxrs.internal.message.HeaderRules;
import ee.idempotency.jaxrs.internal.message.PreparedResponse;
import ee.idempotency.jaxrs.internal.message.ResponseHeaders;
import ee.idempotency.jaxrs.internal.operation.ProtectedOperation;
import ee.idempotency.jaxrs.internal.operation.StatusRules;
import ee.idempotency.jaxrs.internal.problem.Problem;
import ee.idempotency.jaxrs.internal.problem.ProblemCatalog;
import ee.idempotency.jaxrs.internal.problem.ProblemFormat;
import ee.idempotency.jaxrs.internal.problem.ProblemType;
import ee.idempotency.jaxrs.internal.problem.RequestPlace;
import ee.idempotency.operation.ResponseStyle;
import ee.idempotency.spi.Bytes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that runs under a claim. Its claim is settled once, before the first byte of its answer reaches the client:
 *
 * <ul>
 *   <li>an answer that is not an outcome ({@link StatusRules}) gives the key back, in the response filter;
 *   <li>an answer without entity is stored there, because the writer interceptor is not called for it;
 *   <li>an entity is written into memory, stored, and then copied to the wire;
 *   <li>an entity that cannot be written gives the key back: the answer becomes a 5xx; unless the application has said
 *       that the answer is stored: then it is, without a body, and so is an answer that nobody makes;
 *   <li>an entity that is too large is stored as not retained, and then passed on as it comes;
 *   <li>one that comes in pieces, such as events, is stored as not retained before its first.
 * </ul>
 *
 * <p>If the outcome cannot be stored the client gets a problem and nothing of the answer. Where the attempt shares a
 * transaction with the resource, storing commits it and giving the key back rolls it back; both are only possible on the
 * thread it was begun on.
 */
public final class ClaimedExchange implements Exchange {

    private final Attempt attempt;
    private final @Nullable Thread transactionThread;
    private final ProblemFormat problems;
    private final RequestPlace place;
    private final int maxSize;
    private final Instant expires;
    private final boolean isInPieces;
    private final StatusRules statuses;
    private final Settlement settlement;
    // one thread at a time, but not always the same
    private volatile @Nullable ContainerResponseContext response;
    private volatile @Nullable PreparedResponse withheld;

    /**
     * An exchange on the thread that began the attempt, which may now be inside a transaction of it. Bodies of more than
     * {@code maxSize} bytes are not kept, and nothing is replayed after {@code expires}.
     */
    public ClaimedExchange(
            Attempt attempt,
            ProtectedOperation operation,
            ProblemFormat problems,
            RequestPlace place,
            HeaderRules rules,
            OutsideAnswer outside,
            int maxSize,
            Instant expires) {
        this.attempt = attempt;
        this.transactionThread = operation.options().mode().isTransactional() ? Thread.currentThread() : null;
        this.isInPieces = ResponseStyle.isInPieces(operation.method());
        this.statuses = operation.statuses();
        this.problems = problems;
        this.place = place;
        this.maxSize = maxSize;
        this.expires = expires;
        this.settlement = new Settlement(attempt, statuses, problems, place, rules, outside, expires);
    }

    /** Whether it must be settled on the request's own thread, because a transaction is open there. */
    boolean sharesTransaction() {
        return transactionThread != null;
    }

    @Override
    public void respond(ContainerRequestContext request, ContainerResponseContext answer, HeaderRules rules) {
        if (isElsewhere()) {
            withhold(answer, rules, answeredElsewhere());
            return;
        }
        if (settlement.isSettled() || settlement.settleIfAnsweredOutside(answer.getStatus())) {
            return;
        }
        response = answer;
        ResponseHeaders headers = new ResponseHeaders(answer.getHeaders());
        headers.scrub(rules);
        if (!statuses.store(answer, attempt.claim().outcome())) {
            settlement.release();
            return;
        }
        headers.put(rules.ofStored(answer.getStatus(), expires));
        if (isInPieces || ResponseStyle.isInPieces(answer.getEntityClass())) {
            withholdIf(settlement.complete(answer.getStatus(), headers, null), answer, rules);
        } else if (!answer.hasEntity()) {
            withholdIf(settlement.complete(answer.getStatus(), headers, Bytes.EMPTY), answer, rules);
        }
    }

    private boolean isElsewhere() {
        return sharesTransaction() && Thread.currentThread() != transactionThread;
    }

    private PreparedResponse answeredElsewhere() {
        HttpLog.answeredElsewhere(attempt.claim());
        return problems.answer(new Problem(ProblemType.INTERNAL_ERROR, ProblemCatalog.ASK), place);
    }

    private void withholdIf(@Nullable PreparedResponse problem, ContainerResponseContext answer, HeaderRules rules) {
        if (problem != null) {
            withhold(answer, rules, problem);
        }
    }

    /** Puts a problem in the place of an answer; {@link #write} then writes it. */
    private void withhold(ContainerResponseContext answer, HeaderRules rules, PreparedResponse problem) {
        withheld = problem;
        new ResponseHeaders(answer.getHeaders()).replaceAll(problem.headers());
        answer.setEntity(problem.body().toArray());
        problem.restore(answer, rules);
    }

    @Override
    public void write(WriterInterceptorContext context, HeaderRules rules) throws IOException {
        PreparedResponse problem = withheld;
        ContainerResponseContext answer = response;
        if (problem != null) {
            problem.write(context, rules);
        } else if (settlement.isSettled() || answer == null) {
            context.proceed();
        } else if (isElsewhere()) {
            answeredElsewhere().replace(answer, context);
        } else {
            capture(answer, context, rules);
        }
    }

    private void capture(ContainerResponseContext answer, WriterInterceptorContext context, HeaderRules rules)
            throws IOException {
        OutputStream wire = context.getOutputStream();
        CapturedBody body = new CapturedBody(maxSize, () -> overflow(answer, context, rules, wire));
        context.setOutputStream(body);
        try {
            context.proceed();
            finish(context.getOutputStream(), body);
        } catch (IOException | RuntimeException | Error failed) {
            if (!settlement.isSettled()) {
                HttpLog.writingFailed(attempt.claim(), failed);
                settlement.withoutAnswer(answer.getStatus());
            }
            throw failed;
        } finally {
            context.setOutputStream(wire);
        }
        if (!body.hasOverflowed()) {
            byte[] bytes = body.toByteArray();
            if (settle(answer, context, rules, Bytes.wrap(bytes))) {
                wire.write(bytes);
            }
        }
    }

    /** Jersey's encoders wrap the stream and leave it to the runtime to close it; what they still hold must come now. */
    private static void finish(OutputStream outermost, CapturedBody body) throws IOException {
        if (outermost != body) {
            outermost.close();
        }
    }

    private OutputStream overflow(
            ContainerResponseContext answer, WriterInterceptorContext context, HeaderRules rules, OutputStream wire)
            throws IOException {
        HttpLog.responseNotRetained(attempt.claim(), maxSize);
        context.setOutputStream(wire);
        return settle(answer, context, rules, null) ? wire : OutputStream.nullOutputStream();
    }

    /** Stores the answer, or puts a problem in its place and returns false. */
    private boolean settle(
            ContainerResponseContext answer, WriterInterceptorContext context, HeaderRules rules, @Nullable Bytes body)
            throws IOException {
        ResponseHeaders headers = new ResponseHeaders(context.getHeaders());
        headers.scrub(rules);
        headers.put(rules.ofStored(answer.getStatus(), expires));
        PreparedResponse problem = settlement.complete(answer.getStatus(), headers, body);
        if (problem != null) {
            problem.replace(answer, context);
        }
        return problem == null;
    }

    @Override
    public void abandon() {
        settlement.abandon();
    }
}
