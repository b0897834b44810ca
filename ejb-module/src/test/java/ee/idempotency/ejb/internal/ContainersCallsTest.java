// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import ee.idempotency.tck.Requirement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.persistence.PrePersist;
import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Methods that a container calls, and classes that it cannot extend. */
@Requirement("A9")
class ContainersCallsTest {

    /** What was ordered. */
    public record Ordered(String id) {}

    /** Observes events, which may be sent again. */
    @ApplicationScoped
    public static class Observer {

        final AtomicInteger runs = new AtomicInteger();

        @IdempotentOperation(key = "event.id")
        public void on(@Observes Ordered event) {
            runs.incrementAndGet();
        }

        int runs() {
            return runs.get();
        }
    }

    /** Sends them. */
    @ApplicationScoped
    public static class Sender {

        @Inject
        Event<Ordered> event;

        void send(String id) {
            event.fire(new Ordered(id));
        }
    }

    /** Nobody can stand around this one. */
    @ApplicationScoped
    public static class PrivateObserver {

        @IdempotentOperation(key = "event.id")
        @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // the container calls it
        private void on(@Observes Ordered event) {}
    }

    /** Makes a value. */
    @ApplicationScoped
    public static class Maker {

        @Produces
        @IdempotentOperation(key = "'one'")
        String make() {
            return UUID.randomUUID().toString();
        }
    }

    /** What pays. */
    public interface Gateway {

        @IdempotentOperation
        String pay(@IdempotencyKeyPart String id);
    }

    /** Has no subclasses. */
    @Dependent
    public static final class FinalGateway implements Gateway {

        @Override
        public String pay(String id) {
            return id;
        }
    }

    /** Has no subclasses either. */
    @Dependent
    public record GatewayRecord() implements Gateway {

        @Override
        public String pay(String id) {
            return id;
        }
    }

    /** Helpers of an interface. */
    public interface WithHelpers {

        @IdempotentOperation
        static String ofInterface(@IdempotencyKeyPart String id) {
            return id;
        }

        @IdempotentOperation
        @SuppressWarnings("UnusedMethod") // nobody could stand around a call
        private String ofItself(@IdempotencyKeyPart String id) {
            return id;
        }
    }

    /** Inherits none of them. */
    @ApplicationScoped
    public static class BesideHelpers implements WithHelpers {}

    /** Made by the container of web sockets. */
    @ServerEndpoint("/orders")
    @Dependent
    public static class Endpoint {

        @OnMessage
        @IdempotentOperation
        public void receive(@IdempotencyKeyPart String message) {}
    }

    /** Made by the persistence provider. */
    @Dependent
    public static class EntityListener {

        @PrePersist
        @IdempotentOperation(key = "entity")
        public void before(Object entity) {}
    }

    @Test
    void anObserverRunsOnceForEqualEvents() {
        try (Application application = Application.deploy(Observer.class, Sender.class)) {
            Sender sender = application.get(Sender.class);
            sender.send("a");
            sender.send("a");
            sender.send("b");
            assertThat(application.get(Observer.class).runs()).isEqualTo(2);
        }
        refuses("PrivateObserver.on: a private, static or final method", PrivateObserver.class);
    }

    @Test
    void aProducersMethodIsProtectedItself() {
        try (Application application = Application.deploy(Maker.class)) {
            assertThat(application.get(String.class)).isEqualTo(application.get(String.class));
        }
    }

    @Test
    void aClassThatCannotBeExtendedStopsTheDeployment() {
        refuses("FinalGateway.pay: the class is final", FinalGateway.class);
        refuses("GatewayRecord.pay: the class is final", GatewayRecord.class);
    }

    @Test
    void aHelperOfAnInterfaceStopsTheDeployment() {
        refuses("BesideHelpers.ofInterface: a private, static or final method", BesideHelpers.class);
        refuses("BesideHelpers.ofItself: a private, static or final method", BesideHelpers.class);
    }

    @Test
    void whatOtherContainersMakeStopsTheDeployment() {
        refuses("Endpoint.receive: the server calls", Endpoint.class);
        refuses("EntityListener.before: the container calls lifecycle callbacks", EntityListener.class);
    }

    private static void refuses(String problem, Class<?>... beans) {
        assertThatThrownBy(() -> Application.deploy(beans))
                .satisfies(refused -> assertThat(
                                String.valueOf(refused.getMessage()).replace('$', '.'))
                        .contains(problem));
    }
}
