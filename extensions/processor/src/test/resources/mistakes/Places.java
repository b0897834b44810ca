package shop;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import jakarta.annotation.PostConstruct;
import jakarta.decorator.Decorator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.websocket.server.ServerEndpoint;

class Places {

    @ApplicationScoped
    static class Methods {

        @IdempotentOperation(name = "p1")
        private void hidden(@IdempotencyKeyPart String id) {} //! interceptable

        @IdempotentOperation(name = "p2")
        static void common(@IdempotencyKeyPart String id) {} //! interceptable

        @IdempotentOperation(name = "p3")
        public final void sealed(@IdempotencyKeyPart String id) {} //! interceptable

        @PostConstruct
        @IdempotentOperation(name = "p4", key = "'once'")
        void start() {} //! interceptable

        @Inject
        @IdempotentOperation(name = "p5", key = "'once'")
        void take(Runnable other) {} //! interceptable fingerprint
    }

    @Dependent
    static final class Closed {

        @IdempotentOperation(name = "p6")
        public void pay(@IdempotencyKeyPart String id) {} //! interceptable
    }

    interface Payment {

        @IdempotentOperation(name = "p7")
        void pay(@IdempotencyKeyPart String id); //! interceptable
    }

    record Paid(String id) implements Payment {

        @Override
        public void pay(String id) {}
    }

    static class Page extends HttpServlet {

        private static final long serialVersionUID = 1;

        @IdempotentOperation(name = "p8")
        public void show(@IdempotencyKeyPart String id) {} //! interceptable
    }

    @ServerEndpoint("/socket")
    static class Socket {

        @IdempotentOperation(name = "p9")
        public void open(@IdempotencyKeyPart String id) {} //! interceptable
    }

    @Decorator
    static class Around {

        @IdempotentOperation(name = "p10")
        public void pay(@IdempotencyKeyPart String id) {} //! interceptable
    }

    interface One {

        @IdempotentOperation(name = "p11")
        void pay(@IdempotencyKeyPart String id); //! ambiguous
    }

    interface Other {

        @IdempotentOperation(name = "p12")
        void pay(@IdempotencyKeyPart String id);
    }

    @ApplicationScoped
    static class Both implements One, Other {

        @Override
        public void pay(@IdempotencyKeyPart String id) {}
    }
}
