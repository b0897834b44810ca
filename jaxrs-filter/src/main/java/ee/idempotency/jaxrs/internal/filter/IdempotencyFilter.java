// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.filter;

import ee.idempotency.OutcomeNotRetainedException;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.engine.Attempt;
import ee.idempotency.engine.BeginResult;
import ee.idempotency.engine.OperationOptions;
import ee.idempotency.issued.IssuedKey;
import ee.idempotency.jaxrs.internal.log.HttpLog;
import ee.idempotency.jaxrs.internal.message.HeaderRules;
import ee.idempotency.jaxrs.internal.operation.AllowedRoles;
import ee.idempotency.jaxrs.internal.operation.ProtectedOperation;
import ee.idempotency.jaxrs.internal.problem.Problem;
import ee.idempotency.jaxrs.internal.problem.ProblemCatalog;
import ee.idempotency.jaxrs.internal.problem.ProblemFormat;
import ee.idempotency.jaxrs.internal.problem.RequestPlace;
import ee.idempotency.jaxrs.internal.request.FormSize;
import ee.idempotency.jaxrs.internal.request.KeptForm;
import ee.idempotency.jaxrs.internal.request.LazyBody;
import ee.idempotency.jaxrs.internal.request.RefusedRequestException;
import ee.idempotency.jaxrs.internal.request.RequestBody;
import ee.idempotency.jaxrs.internal.request.RequestKey;
import ee.idempotency.jaxrs.internal.request.ServletFilterMark;
import ee.idempotency.jaxrs.internal.request.WholeDocument;
import ee.idempotency.jaxrs.internal.response.ClaimedExchange;
import ee.idempotency.jaxrs.internal.response.Exchange;
import ee.idempotency.jaxrs.internal.response.OutsideAnswer;
import ee.idempotency.jaxrs.internal.response.PreparedExchange;
import ee.idempotency.jaxrs.internal.response.StoredResponse;
import ee.idempotency.jaxrs.internal.settings.HttpSettings;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.RequestVerifier.Check;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The filter of one protected resource method. On the way in it reads key and body and claims; on the way out it leaves
 * the answer to the request's {@link Exchange}, if there is one. Thread-safe.
 */
final class IdempotencyFilter extends ExchangeFilter {

    private final ProtectedOperation operation;
    private final AllowedRoles roles;
    private final RereadResource reread;
    private final Collaborators collaborators;
    private final RequestKey keys;
    private final ProblemFormat problems;
    private final List<Check> checks;
    private final Optional<IssuedKeyCheck> issued;

    IdempotencyFilter(
            ProtectedOperation operation,
            AllowedRoles roles,
            RereadResource reread,
            Collaborators collaborators,
            List<Check> checks) {
        super(new HeaderRules(collaborators.settings()));
        this.operation = operation;
        this.roles = roles;
        this.reread = reread;
        this.checks = List.copyOf(checks);
        this.collaborators = collaborators;
        this.keys = new RequestKey(operation.key(), operation.keyIssued(), collaborators.settings());
        this.problems = new ProblemFormat(collaborators.settings());
        this.issued = IssuedKeyCheck.of(operation, collaborators);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        collaborators.engine().calls().admit();
        try {
            if (collaborators.servlets()) {
                ServletFilterMark.require(request);
            }
            LazyBody body = new LazyBody(() -> body(request));
            checks.forEach(check -> check.verify(RequestVerifiers.request(request, body)));
            Optional<String> key = keys.read(request, body);
            if (key.isPresent()) {
                begin(request, key.get(), body);
            } else if (operation.keyRequired()) {
                throw keys.missing();
            }
        } catch (StoreUnavailableException unavailable) {
            if (collaborators.settings().failOpen()) {
                HttpLog.runsUnprotected(operation.name(), unavailable);
            } else {
                abort(request, ProblemCatalog.of(unavailable), unavailable);
            }
        } catch (RefusedRequestException refused) {
            abort(request, refused.problem(), null);
        } catch (RereadResource.FailedException failed) {
            IdempotencyFilter.<RuntimeException>passOn(failed.thrown());
        } catch (WebApplicationException ofTheApplication) {
            throw ofTheApplication; // its tenant resolver answers as it likes
        } catch (RuntimeException | LinkageError failed) {
            abort(request, ProblemCatalog.ofAny(failed), failed);
        }
    }

    /** Checked or not: the application's own mappers know it. */
    @SuppressWarnings("unchecked")
    private static <X extends Throwable> void passOn(Throwable thrown) throws X {
        throw (X) thrown;
    }

    private void begin(ContainerRequestContext request, String key, LazyBody lazy) {
        RequestIdentity identity = RequestIdentity.of(request, operation, collaborators);
        Binding binding = identity.binding(key);
        Optional<IssuedKey> known = issued.map(check -> check.require(binding));
        byte[] body = lazy.get();
        if (isOver(known) && collaborators.engine().lookup(binding).isEmpty()) {
            throw IssuedKeyCheck.expired();
        }
        OperationOptions options = options(known);
        Instant before = collaborators.clock().instant();
        BeginResult begun = collaborators.engine().begin(binding, identity.fingerprints(body), options);
        if (begun instanceof BeginResult.Acquired running) {
            if (isOver(known)) {
                running.attempt().release();
                throw IssuedKeyCheck.expired();
            }
            hold(request, running.attempt(), before.plus(options.retention()));
        } else if (begun instanceof BeginResult.Replay replay) {
            replay(request, binding, replay.outcome());
        }
    }

    private boolean isOver(Optional<IssuedKey> key) {
        return key.isPresent() && issued.orElseThrow().isOver(key.get());
    }

    private OperationOptions options(Optional<IssuedKey> key) {
        return key.map(known -> issued.orElseThrow().outliving(operation.options(), known))
                .orElse(operation.options());
    }

    private byte[] body(ContainerRequestContext request) {
        if (request.getProperty(KeptForm.PROPERTY) instanceof KeptForm form) {
            form.keep();
        }
        int limit = collaborators.settings().maxRequestSize();
        byte[] body = RequestBody.read(request, limit);
        FormSize.require(
                body,
                request.getHeaderString("Content-Type"),
                collaborators.settings().maxFormParameters());
        if (collaborators.settings().unfinishedJson() == HttpSettings.UnfinishedJson.REFUSE) {
            WholeDocument.require(
                    body, request.getHeaderString("Content-Type"), request.getHeaderString("Content-Encoding"), limit);
        }
        return body;
    }

    private void hold(ContainerRequestContext request, Attempt attempt, Instant expires) {
        OutsideAnswer outside = OutsideAnswer.of(request.getProperty(OutsideAnswer.PROPERTY));
        outside.watch();
        request.setProperty(
                Exchange.PROPERTY,
                new ClaimedExchange(
                        attempt,
                        operation,
                        problems,
                        place(request),
                        rules(),
                        outside,
                        collaborators.settings().maxResponseSize(),
                        expires));
        try {
            collaborators.engine().calls().hold(attempt.claim());
        } catch (RuntimeException nobodyToTell) {
            request.removeProperty(Exchange.PROPERTY);
            attempt.release();
            throw nobodyToTell;
        }
    }

    private void replay(ContainerRequestContext request, Binding binding, Outcome.Completed outcome) {
        if (!roles.permit(request.getSecurityContext())) {
            request.abortWith(Response.status(Response.Status.FORBIDDEN).build());
            return;
        }
        collaborators.engine().calls().answered(true);
        Bytes body = outcome.body();
        if (body != null) {
            PreparedExchange.abort(StoredResponse.replay(binding, outcome, body, rules()), request);
            return;
        }
        reread.answer(request, outcome)
                .ifPresentOrElse(
                        today -> request.abortWith(marked(today)),
                        () -> abort(request, notRetained(binding, outcome), null));
    }

    private Response marked(Response today) {
        return Response.fromResponse(today)
                .header(rules().replayed().name(), rules().replayed().value())
                .build();
    }

    private Problem notRetained(Binding binding, Outcome.Completed outcome) {
        Problem problem = ProblemCatalog.of(new OutcomeNotRetainedException(binding.toString()));
        return new Problem(
                problem.type(),
                problem.detail() + " The first request was answered with status " + outcome.status() + ".",
                null,
                StoredResponse.ofNotRetained(outcome, rules()));
    }

    private void abort(ContainerRequestContext request, Problem problem, @Nullable Throwable cause) {
        PreparedExchange.abort(problems.answer(problem, place(request), cause), request);
    }

    private RequestPlace place(ContainerRequestContext request) {
        return RequestPlace.of(operation.name(), request.getUriInfo());
    }
}
