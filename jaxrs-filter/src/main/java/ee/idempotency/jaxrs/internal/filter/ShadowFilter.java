// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.filter;

import ee.idempotency.engine.Shadow;
import ee.idempotency.engine.ShadowCall;
import ee.idempotency.jaxrs.internal.message.HeaderRules;
import ee.idempotency.jaxrs.internal.operation.ProtectedOperation;
import ee.idempotency.jaxrs.internal.problem.ProblemType;
import ee.idempotency.jaxrs.internal.request.FormSize;
import ee.idempotency.jaxrs.internal.request.LazyBody;
import ee.idempotency.jaxrs.internal.request.RefusedRequestException;
import ee.idempotency.jaxrs.internal.request.RequestKey;
import ee.idempotency.jaxrs.internal.request.ServletFilterMark;
import ee.idempotency.jaxrs.internal.request.WatchedBody;
import ee.idempotency.jaxrs.internal.request.WholeDocument;
import ee.idempotency.jaxrs.internal.response.Exchange;
import ee.idempotency.jaxrs.internal.response.OutsideAnswer;
import ee.idempotency.jaxrs.internal.response.WatchedExchange;
import ee.idempotency.jaxrs.internal.settings.HttpSettings;
import ee.idempotency.operation.ResponseStyle;
import ee.idempotency.spi.ShadowFinding;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32;

/**
 * The filter of one resource method in shadow mode: looks at a request in the order in which {@link IdempotencyFilter} does,
 * and reports what that one would have answered. Whatever happens, the request goes on as it came.
 */
final class ShadowFilter extends ExchangeFilter {

    private final ProtectedOperation operation;
    private final Collaborators collaborators;
    private final Shadow shadow;
    private final RequestKey keys;
    private final boolean readsPast;

    /** {@code readsPast}: the resource can read a request past JAX-RS, and would miss what was read before. */
    ShadowFilter(ProtectedOperation operation, Collaborators collaborators, Shadow shadow, boolean readsPast) {
        super(new HeaderRules(collaborators.settings()));
        this.operation = operation;
        this.collaborators = collaborators;
        this.shadow = shadow;
        this.readsPast = readsPast;
        this.keys = new RequestKey(operation.key(), false, collaborators.settings());
    }

    @Override
    public void filter(ContainerRequestContext request) {
        collaborators.engine().calls().admit();
        try {
            look(request);
        } catch (RefusedRequestException refused) {
            shadow.report(operation.name(), findingOf(refused.problem().type()));
        } catch (RuntimeException | LinkageError refused) {
            shadow.report(operation.name(), ShadowFinding.OTHER_REFUSAL);
        }
    }

    private void look(ContainerRequestContext request) {
        boolean isRead = !readsPast && !FormSize.isForm(request.getHeaderString("Content-Type"));
        if (keys.isInBody() && readsPast) {
            shadow.report(operation.name(), ShadowFinding.BODY_NOT_COMPARED);
            return;
        }
        LazyBody body = new LazyBody(() -> isRead ? body(request) : new byte[0]);
        Optional<String> key;
        try {
            key = keys.read(request, body);
        } catch (RefusedRequestException malformed) {
            if (isSampled(Optional.empty())) {
                throw malformed;
            }
            return;
        }
        if (!isSampled(key)) {
            return;
        }
        if (collaborators.servlets()) {
            ServletFilterMark.require(request);
        }
        if (key.isPresent()) {
            begin(request, key.get(), body, isRead);
        } else if (operation.keyRequired()) {
            shadow.report(operation.name(), ShadowFinding.KEY_MISSING);
        }
    }

    /** By the key, so that a repeat is watched if its first request was; at random where there is none. */
    private boolean isSampled(Optional<String> key) {
        double sample = collaborators.settings().shadow().sample();
        if (key.isEmpty()) {
            return ThreadLocalRandom.current().nextDouble() < sample;
        }
        CRC32 hash = new CRC32();
        hash.update(key.get().getBytes(StandardCharsets.UTF_8));
        return hash.getValue() < sample * (1L << 32);
    }

    private void begin(ContainerRequestContext request, String key, LazyBody body, boolean isRead) {
        RequestIdentity identity = RequestIdentity.of(request, operation, collaborators);
        var binding = identity.binding(key);
        ShadowCall call = shadow.begin(
                binding, identity.fingerprints(body.get()), operation.options().lease());
        OutsideAnswer outside = OutsideAnswer.of(request.getProperty(OutsideAnswer.PROPERTY));
        outside.watch();
        request.setProperty(
                Exchange.PROPERTY,
                new WatchedExchange(
                        call, operation, outside, collaborators.settings().maxResponseSize()));
        if (!isRead) {
            call.report(ShadowFinding.BODY_NOT_COMPARED);
        }
        if (ResponseStyle.isDeferred(operation.method())) {
            call.report(ShadowFinding.ASYNCHRONOUS);
        }
    }

    private byte[] body(ContainerRequestContext request) {
        int limit = collaborators.settings().maxRequestSize();
        byte[] body = WatchedBody.read(request, limit);
        if (collaborators.settings().unfinishedJson() == HttpSettings.UnfinishedJson.REFUSE) {
            WholeDocument.require(
                    body, request.getHeaderString("Content-Type"), request.getHeaderString("Content-Encoding"), limit);
        }
        return body;
    }

    private static ShadowFinding findingOf(ProblemType type) {
        return switch (type) {
            case KEY_INVALID -> ShadowFinding.KEY_INVALID;
            case REQUEST_TOO_LARGE -> ShadowFinding.REQUEST_TOO_LARGE;
            case BODY_MALFORMED, BODY_UNREADABLE -> ShadowFinding.BODY_MALFORMED;
            default -> ShadowFinding.OTHER_REFUSAL;
        };
    }
}
