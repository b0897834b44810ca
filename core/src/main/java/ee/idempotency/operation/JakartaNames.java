// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.operation;

import java.util.Set;

/** Names of Jakarta EE's annotations and types: this module must work without any of them. */
final class JakartaNames {

    static final String HTTP_METHOD = "jakarta.ws.rs.HttpMethod";
    static final String PATH = "jakarta.ws.rs.Path";

    /** What makes a parameter one that answers later. */
    static final Set<String> DEFERRED_PARAMETERS =
            Set.of("jakarta.ws.rs.container.AsyncResponse", "jakarta.ws.rs.sse.SseEventSink");

    static final String STREAMING_OUTPUT = "jakarta.ws.rs.core.StreamingOutput";
    static final String EVENTS = "jakarta.ws.rs.sse.SseEventSink";

    /** Jersey's, for events too. */
    static final String CHUNKED_OUTPUT = "org.glassfish.jersey.server.ChunkedOutput";

    static final String MANAGED_ASYNC = "org.glassfish.jersey.server.ManagedAsync";

    static final Set<String> EJBS = Set.of(
            "jakarta.ejb.Stateless", "jakarta.ejb.Stateful", "jakarta.ejb.Singleton", "jakarta.ejb.MessageDriven");

    static final String TRANSACTION_ATTRIBUTE = "jakarta.ejb.TransactionAttribute";
    static final String TRANSACTION_MANAGEMENT = "jakarta.ejb.TransactionManagement";
    static final String TRANSACTIONAL = "jakarta.transaction.Transactional";

    static final Set<String> TIMERS = Set.of("jakarta.ejb.Schedule", "jakarta.ejb.Schedules", "jakarta.ejb.Timeout");

    /** Methods that the container calls without business interceptors. */
    static final Set<String> CALLBACKS = Set.of(
            "jakarta.annotation.PostConstruct",
            "jakarta.annotation.PreDestroy",
            "jakarta.ejb.PostActivate",
            "jakarta.ejb.PrePassivate",
            "jakarta.ejb.AfterBegin",
            "jakarta.ejb.BeforeCompletion",
            "jakarta.ejb.AfterCompletion",
            "jakarta.persistence.PrePersist",
            "jakarta.persistence.PostPersist",
            "jakarta.persistence.PreUpdate",
            "jakarta.persistence.PostUpdate",
            "jakarta.persistence.PreRemove",
            "jakarta.persistence.PostRemove",
            "jakarta.persistence.PostLoad",
            "jakarta.inject.Inject",
            "jakarta.interceptor.AroundConstruct",
            "jakarta.interceptor.AroundInvoke",
            "jakarta.interceptor.AroundTimeout");

    private JakartaNames() {}
}
