// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.filter;

import ee.idempotency.engine.Shadow;
import ee.idempotency.engine.ShadowCall;
import ee.idempotency.jaxrs.internal.message.HeaderRules;
import ee.idempotency.jaxrs.internal.operation.ProtectedOperation;
import ee.idempotency.jaxrs.internal.problem.ProblemType;
import ee.idempotency.jaxrs.internal.request.FormSize;
import ee.idempotency.jaxrs.internal.request.KeyHeader;
import ee.idempotency.jaxrs.internal.request.RefusedRequestException;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The filter of one resource method in shadow mode: looks at a request in the order in which {@link IdempotencyFilter} does,
 * and reports what that one would have answered. Whatever happens, the request goes on as it came.
 */
final class ShadowFilter extends ExchangeFilter {

    private final ProtectedOperation operation;
    private final Collaborators collaborators;
    private final Shadow shadow;
    private final KeyHeader keyHeader;
    private final boolean readsPast;

    /** {@code readsPast}: the resource can read a request past JAX-RS, and would miss what was read before. */
    ShadowFilter(ProtectedOperation operation, Collaborators collaborators, Shadow shadow, boolean readsPast) {
        super(new HeaderRules(collaborators.settings()));
        this.operation = operation;
        this.collaborators = collaborators;
        this.shadow = shadow;
        this.readsPast = readsPast;
        this.keyHeader = new KeyHeader(collaborators.settings().key());
    }

    @Override
    public void filter(ContainerRequestContext request) {
        collaborators.engine().calls().admit();
        try {
            List<String> lines =
                    request.getHeaders().get(collaborators.settings().key().header());
            if (isSampled(lines)) {
                look(request, lines);
            }
        } catch (RefusedRequestException refused) {
            shadow.report(operation.name(), findingOf(refused.problem().type()));
        } catch (RuntimeException | LinkageError refused) {
            shadow.report(operation.name(), ShadowFinding.OTHER_REFUSAL);
        }
    }

    /** By the key, so that a repeat is watched if its first request was; at random where there is none. */
    private boolean isSampled(@Nullable List<String> lines) {
        double sample = collaborators.settings().shadow().sample();
        if (lines == null || lines.isEmpty()) {
            return ThreadLocalRandom.current().nextDouble() < sample;
        }
        CRC32 hash = new CRC32();
        hash.update(lines.toString().getBytes(StandardCharsets.UTF_8));
        return hash.getValue() < sample * (1L << 32);
    }

    private void look(ContainerRequestContext request, @Nullable List<String> lines) {
        if (collaborators.servlets()) {
            ServletFilterMark.require(request);
        }
        Optional<String> key = keyHeader.parse(lines);
        if (key.isPresent()) {
            begin(request, key.get());
        } else if (operation.keyRequired()) {
            shadow.report(operation.name(), ShadowFinding.KEY_MISSING);
        }
    }

    private void begin(ContainerRequestContext request, String key) {
        RequestIdentity identity = RequestIdentity.of(request, operation, collaborators);
        var binding = identity.binding(key);
        boolean isNotRead = readsPast || FormSize.isForm(request.getHeaderString("Content-Type"));
        byte[] body = isNotRead ? new byte[0] : body(request);
        ShadowCall call = shadow.begin(
                binding, identity.fingerprints(body), operation.options().lease());
        OutsideAnswer outside = OutsideAnswer.of(request.getProperty(OutsideAnswer.PROPERTY));
        outside.watch();
        request.setProperty(
                Exchange.PROPERTY,
                new WatchedExchange(
                        call, operation, outside, collaborators.settings().maxResponseSize()));
        if (isNotRead) {
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
