package shop;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import ee.idempotency.KeyPolicy;
import jakarta.enterprise.context.ApplicationScoped;

class Keys {

    @ApplicationScoped
    static class Parts {

        @IdempotentOperation(name = "k1", fingerprint = "id")
        public void none(String id) {} //! key

        @IdempotentOperation(name = "k2", key = "id")
        public void twice(@IdempotencyKeyPart String id) {} //! key

        @IdempotentOperation(name = "k3", keyHeader = "X-Id")
        public void header(@IdempotencyKeyPart String id) {} //! members

        @IdempotentOperation(name = "k4", keyPolicy = KeyPolicy.ISSUED)
        public void issued(@IdempotencyKeyPart String id) {} //! members

        @IdempotentOperation(name = "k5")
        public void amount(@IdempotencyKeyPart String id, long cents) {} //! fingerprint

        @IdempotentOperation(name = "k6", key = "id")
        public void currency(String id, String currency) {} //! fingerprint

        @IdempotentOperation
        public void named(@IdempotencyKeyPart String id) {} //! unnamed

        public void unprotected(@IdempotencyKeyPart String id) {} //! misplaced
    }

    @ApplicationScoped
    static class Expressions {

        @IdempotentOperation(name = "e1", key = "ordrId")
        public void misspelt(String orderId) {} //! expression fingerprint

        @IdempotentOperation(name = "e2", key = "id", fingerprint = "ordr.lines")
        public void payload(String id, Object order) {} //! expression

        @IdempotentOperation(name = "e3", key = "${id}")
        public void braces(String id) {} //! expression

        @IdempotentOperation(name = "e4", key = "id.trim(")
        public void open(String id) {} //! expression
    }

    @ApplicationScoped
    static class Names {

        @IdempotentOperation(name = "same")
        public void first(@IdempotencyKeyPart String id) {}

        @IdempotentOperation(name = "same")
        public void second(@IdempotencyKeyPart String id) {} //! name

        @IdempotentOperation(name = "line\nbreak")
        public void third(@IdempotencyKeyPart String id) {} //! name
    }
}
