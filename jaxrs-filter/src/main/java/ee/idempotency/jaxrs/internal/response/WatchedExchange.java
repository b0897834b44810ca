// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.response;

import ee.idempotency.OutcomeChoice;
import ee.idempotency.engine.ShadowCall;
import ee.idempotency.jaxrs.internal.message.HeaderRules;
import ee.idempotency.jaxrs.internal.message.ResponseHeaders;
import ee.idempotency.jaxrs.internal.operation.ProtectedOperation;
import ee.idempotency.operation.ResponseStyle;
import ee.idempotency.spi.ShadowFinding;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A request in shadow mode: its answer goes to the client as it is made, piece by piece, and a hash of it is taken on the
 * way. What is read of the answer cannot break it.
 */
public final class WatchedExchange implements Exchange {

    private final ShadowCall call;
    private final ProtectedOperation operation;
    private final OutsideAnswer outside;
    private final int maxSize;
    // one thread at a time, but not always the same
    private volatile @Nullable ContainerResponseContext response;
    private volatile @Nullable Runnable pending;

    /** An exchange whose answer would not be kept if it has more than {@code maxSize} bytes. */
    public WatchedExchange(ShadowCall call, ProtectedOperation operation, OutsideAnswer outside, int maxSize) {
        this.call = call;
        this.operation = operation;
        this.outside = outside;
        this.maxSize = maxSize;
    }

    @Override
    public void respond(ContainerRequestContext request, ContainerResponseContext answer, HeaderRules rules) {
        outside.endWatch();
        if (outside.isGiven()) {
            int status = outside.status(answer.getStatus());
            notRetained(status, operation.statuses().store(status, new OutcomeChoice()));
            return;
        }
        response = answer;
        if (ResponseStyle.isInPieces(operation.method()) || ResponseStyle.isInPieces(answer.getEntityClass())) {
            notRetained(answer.getStatus(), isOutcome(answer));
        } else if (!answer.hasEntity()) {
            WatchedOutput nothing = new WatchedOutput(OutputStream.nullOutputStream(), () -> {});
            end(answer, nothing, answer.getHeaders(), rules);
        }
    }

    private boolean isOutcome(ContainerResponseContext answer) {
        return operation.statuses().store(answer, new OutcomeChoice());
    }

    /** Nobody knows its bytes, or when they end. */
    private void notRetained(int status, boolean isOutcome) {
        response = null;
        if (isOutcome) {
            call.report(ShadowFinding.RESPONSE_NOT_RETAINED);
        }
        call.answered(status, null, isOutcome);
    }

    @Override
    public void write(WriterInterceptorContext context, HeaderRules rules) throws IOException {
        ContainerResponseContext answer = response;
        if (answer == null) {
            context.proceed();
            return;
        }
        WatchedOutput output = new WatchedOutput(context.getOutputStream(), this::endIfPending);
        context.setOutputStream(output);
        try {
            context.proceed();
        } catch (IOException | RuntimeException | Error failed) {
            call.unanswered();
            throw failed;
        }
        pending = () -> end(answer, output, context.getHeaders(), rules);
        if (context.getOutputStream() == output || output.isClosed()) {
            endIfPending(); // otherwise an encoder still holds bytes, until the runtime closes it
        }
    }

    private void endIfPending() {
        Runnable end = pending;
        pending = null;
        if (end != null) {
            end.run();
        }
    }

    private void end(
            ContainerResponseContext answer,
            WatchedOutput output,
            MultivaluedMap<String, Object> headers,
            HeaderRules rules) {
        try {
            boolean isOutcome = isOutcome(answer);
            if (isOutcome && output.length() > maxSize) {
                call.report(ShadowFinding.RESPONSE_NOT_RETAINED);
            }
            int status = answer.getStatus();
            call.answered(
                    status, output.digest(status, new ResponseHeaders(headers).lines(rules::isStored)), isOutcome);
        } catch (RuntimeException unreadable) { // a header's value of the application
            call.unanswered();
        }
    }

    @Override
    public void abandon() {
        endIfPending();
        call.unanswered();
    }
}
