// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal;

import ee.idempotency.IdempotencyException;
import ee.idempotency.engine.Attempt;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Outcome;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A request that runs under a claim. Its claim is settled once, before the first byte of its answer reaches the client:
 *
 * <ul>
 *   <li>an answer that is not an outcome ({@link FailurePolicy}) gives the key back, in the response filter;
 *   <li>an answer without entity is stored there, because the writer interceptor is not called for it;
 *   <li>an entity is written into memory, stored, and then copied to the wire;
 *   <li>an entity that cannot be written gives the key back: the answer becomes a 5xx;
 *   <li>an entity that is too large is stored as not retained, and then passed on as it comes.
 * </ul>
 *
 * <p>If the outcome cannot be stored the client gets a problem and nothing of the answer.
 */
final class ClaimedExchange implements Exchange {

    private final Attempt attempt;
    private final ProblemFormat problems;
    private final String instance;
    private final int maxSize;
    // one thread at a time, but not always the same
    private volatile boolean settled;
    private volatile @Nullable ContainerResponseContext response;

    ClaimedExchange(Attempt attempt, ProblemFormat problems, String instance, int maxSize) {
        this.attempt = attempt;
        this.problems = problems;
        this.instance = instance;
        this.maxSize = maxSize;
    }

    @Override
    public void respond(ContainerRequestContext request, ContainerResponseContext answer, HeaderRules rules) {
        if (settled) {
            return;
        }
        response = answer;
        ResponseHeaders headers = new ResponseHeaders(answer.getHeaders());
        headers.scrub(rules::isStored);
        if (!FailurePolicy.stores(answer)) {
            release();
        } else if (!answer.hasEntity()) {
            FixedAnswer withheld = complete(answer.getStatus(), headers, rules, Bytes.EMPTY);
            if (withheld != null) {
                request.setProperty(PROPERTY, withheld);
                headers.replaceAll(withheld.headers());
                answer.setEntity(withheld.body().toArray());
                withheld.respond(request, answer, rules);
            }
        }
    }

    @Override
    public void write(WriterInterceptorContext context, HeaderRules rules) throws IOException {
        ContainerResponseContext answer = response;
        if (settled || answer == null) {
            context.proceed();
            return;
        }
        OutputStream wire = context.getOutputStream();
        CapturedBody body = new CapturedBody(maxSize, () -> overflow(answer, context, rules, wire));
        context.setOutputStream(body);
        try {
            context.proceed();
            finish(context.getOutputStream(), body);
        } catch (IOException | RuntimeException | Error failed) {
            if (!settled) {
                HttpLog.writingFailed(attempt.claim(), failed);
                release();
            }
            throw failed;
        } finally {
            context.setOutputStream(wire);
        }
        if (!body.hasOverflowed()) {
            byte[] bytes = body.toByteArray();
            if (settle(answer, context, rules, Bytes.of(bytes))) {
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
        headers.scrub(rules::isStored);
        FixedAnswer withheld = complete(answer.getStatus(), headers, rules, body);
        if (withheld != null) {
            withheld.replace(answer, context);
        }
        return withheld == null;
    }

    private @Nullable FixedAnswer complete(
            int status, ResponseHeaders headers, HeaderRules rules, @Nullable Bytes body) {
        settled = true;
        try {
            Outcome.Completed outcome = StoredResponse.of(status, headers.lines(rules::isStored), body);
            if (status < 400) {
                attempt.complete(outcome);
            } else {
                attempt.reject(outcome);
            }
            return null;
        } catch (IdempotencyException notStored) {
            HttpLog.answerWithheld(attempt.claim(), notStored);
            return problems.answer(ProblemCatalog.of(notStored), instance);
        }
    }

    /** The request is over and nobody made an answer. */
    void abandon() {
        if (!settled) {
            HttpLog.unanswered(attempt.claim());
            release();
        }
    }

    private void release() {
        settled = true;
        attempt.release();
    }
}
