package shop;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import ee.idempotency.spi.ForResourceMethods;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

class Resources {

    @ForResourceMethods
    @Retention(RetentionPolicy.RUNTIME)
    @interface Signed {}

    @Path("orders")
    public static class Orders {

        @POST
        @IdempotentOperation(key = "id")
        public String expression(String id) { //! members
            return id;
        }

        @POST
        @Path("{id}")
        @IdempotentOperation
        public void part(@IdempotencyKeyPart @PathParam("id") String id) {} //! members

        @POST
        @Path("two")
        @IdempotentOperation(keyHeader = "X-Id", keyPointer = "/id")
        public void two(String body) {} //! keySource

        @POST
        @Path("pointer")
        @IdempotentOperation(keyPointer = "id")
        public void pointer(String body) {} //! keySource

        @POST
        @Path("secret")
        @IdempotentOperation(keyHeader = "Authorization")
        public void secret(String body) {} //! keySource

        @POST
        @Path("events")
        @IdempotentOperation
        public void events(@Context SseEventSink sink, @Context Sse sse) {} //! events

        @Path("sub")
        @IdempotentOperation
        public Object sub() { //! locator
            return new Orders();
        }

        @Signed
        public void helper(String event) {} //! misplaced
    }

    @Signed
    public static class Nothing { //! misplaced

        public void received(String event) {}
    }
}
