package shop;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import java.util.function.Consumer;

class Calls {

    @ApplicationScoped
    static class Payments {

        @IdempotentOperation(name = "pay")
        public void pay(@IdempotencyKeyPart String id) {}

        public void all(List<String> ids) {
            for (String id : ids) {
                pay(id); //! selfCall
            }
            this.pay("last"); //! selfCall
        }

        public void each(List<String> ids) {
            ids.forEach(this::pay); //! selfCall
            ids.forEach(id -> pay(id)); //! selfCall
        }

        Consumer<String> later() {
            return new Consumer<>() {
                @Override
                public void accept(String id) {
                    Payments.this.pay(id); //! selfCall
                }
            };
        }
    }

    @ApplicationScoped
    static class CardPayments extends Payments {

        public void card(String id) {
            super.pay(id); //! selfCall
        }
    }

    static class Factory {

        @Produces
        Payments payments() {
            return new Payments(); //! newObject
        }
    }
}
