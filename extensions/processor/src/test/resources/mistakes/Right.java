package shop;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import ee.idempotency.TransactionMode;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Specializes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;

/** What looks like a mistake and is none. */
class Right {

    record Order(String id, List<String> lines) {}

    @ApplicationScoped
    static class Orders {

        @Inject
        Orders self;

        @Transactional
        @IdempotentOperation(
                name = "place",
                key = "order.id",
                fingerprint = "order.lines.stream().map(line -> line.toLowerCase()).toList()",
                mode = TransactionMode.JOINED)
        public Map<String, List<Order>> place(Order order) {
            return order.lines().isEmpty() ? Map.of() : place(new Order(order.id(), List.of()));
        }

        @IdempotentOperation(name = "literal", key = "[id, 'x.y', not empty id ? 1 : 2]")
        public int literal(String id) {
            return Integer.MAX_VALUE;
        }

        public void all(List<Order> orders) {
            orders.forEach(self::place);
            self.place(orders.get(0));
            toString();
        }

        @SuppressWarnings("idempotency:selfCall")
        void underTheClaimOfAnother(String id) {
            literal(id);
        }
    }

    @Specializes
    @ApplicationScoped
    static class SpecialOrders extends Orders {

        @Override
        public int literal(String id) {
            return super.literal(id);
        }
    }

    @Stateless
    static class Ejb {

        @IdempotentOperation(name = "ejb")
        public void pay(@IdempotencyKeyPart String id) {}
    }

    @Path("orders")
    public static class Resource {

        @POST
        @IdempotentOperation
        public Object place(Order order) {
            return order;
        }

        @POST
        @Path("batch")
        @IdempotentOperation
        public void batch(List<Order> orders) {
            orders.forEach(this::place);
        }
    }

    abstract static class Generic<T> {

        @IdempotentOperation(name = "generic")
        public T run(@IdempotencyKeyPart T id) {
            return id;
        }
    }

    @ApplicationScoped
    static class Texts extends Generic<String> {}
}
