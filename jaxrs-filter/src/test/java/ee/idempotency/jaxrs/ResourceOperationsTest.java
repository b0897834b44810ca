// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.TransactionMode;
import ee.idempotency.tck.Requirement;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which resource methods an annotation protects, and under which names. */
class ResourceOperationsTest {

    interface Api<T> {

        @POST
        @Path("generic")
        String create(T order);
    }

    @Path("/orders")
    public static class GenericOrders implements Api<String> {

        @Override
        @IdempotentOperation
        public String create(String order) {
            return UUID.randomUUID().toString();
        }
    }

    @Path("/overloads")
    public static class Overloads {

        @POST
        @Path("object")
        @IdempotentOperation
        public String post(Object body) {
            return UUID.randomUUID().toString();
        }

        @POST
        @Path("text")
        public String post(String body) {
            return UUID.randomUUID().toString();
        }
    }

    @Path("/named")
    @IdempotentOperation(name = "orders")
    public static class NamedClass {

        @POST
        @Path("create")
        public String create(String body) {
            return "created";
        }

        @POST
        @Path("cancel")
        public String cancel(String body) {
            return "cancelled";
        }
    }

    @Path("/same")
    public static class SameName {

        @POST
        @Path("one")
        @IdempotentOperation(name = "x9")
        public String one(String body) {
            return "one";
        }

        @POST
        @Path("two")
        @IdempotentOperation(name = "x9")
        public String two(String body) {
            return "two";
        }
    }

    interface Modes {

        @POST
        @IdempotentOperation(mode = TransactionMode.ONE_COMMIT, lease = "soon")
        String post(String body);
    }

    @Path("/modes")
    public static class WrongMode implements Modes {

        @Override
        public String post(String body) {
            return body;
        }
    }

    @Path("/locator")
    public static class AnnotatedLocator {

        @Path("sub")
        @IdempotentOperation
        public GenericOrders sub() {
            return new GenericOrders();
        }

        @POST
        @IdempotentOperation
        public String post(String body) {
            return body;
        }
    }

    @Test
    @Requirement("A9")
    void aMethodOfAGenericInterfaceIsProtected() {
        try (TestServer server = TestServer.of(GenericOrders.class)) {
            String first = server.post("/orders/generic", "one", "a").text();
            assertThat(server.post("/orders/generic", "one", "a").text()).isEqualTo(first);
        }
    }

    @Test
    @Requirement("A9")
    void anOverloadOfItsOwnClassIsNotProtected() {
        try (TestServer server = TestServer.of(Overloads.class)) {
            String first = server.post("/overloads/object", "one", "a").text();
            assertThat(server.admitted)
                    .as("requests that the filter has looked at")
                    .hasValue(1);
            assertThat(server.post("/overloads/object", "one", "a").text()).isEqualTo(first);
            int admitted = server.admitted.get();
            String other = server.post("/overloads/text", "one", "a").text();
            assertThat(server.admitted).hasValue(admitted);
            assertThat(server.post("/overloads/text", "one", "a").text()).isNotEqualTo(other);
        }
    }

    @Test
    @Requirement("A10")
    void methodsUnderANameOfTheirClassHaveOperationsOfTheirOwn() {
        try (TestServer server = TestServer.of(NamedClass.class)) {
            assertThat(server.post("/named/create", "one", "a").text()).isEqualTo("created");
            assertThat(server.post("/named/cancel", "one", "a").text()).isEqualTo("cancelled");
            assertThat(server.record("orders.cancel", "one")).isPresent();
        }
    }

    @Test
    @Requirement("A10")
    void oneNameForTwoMethodsStopsTheDeployment() {
        assertThatThrownBy(() -> TestServer.of(SameName.class).close())
                .hasStackTraceContaining("two operations have the name 'x9'")
                .hasStackTraceContaining("SameName.one")
                .hasStackTraceContaining("SameName.two");
    }

    @Test
    @Requirement("A9")
    void everythingThatIsWrongWithAnInterfacesMethodIsInOneList() {
        assertThatThrownBy(() -> TestServer.of(WrongMode.class).close())
                .hasStackTraceContaining("WrongMode.post: the mode ONE_COMMIT needs a store")
                .hasStackTraceContaining("WrongMode.post: the lease 'soon' is not");
    }

    @Test
    @Requirement("A9")
    void anAnnotatedLocatorOfSubResourcesStopsTheDeployment() {
        assertThatThrownBy(() -> TestServer.of(AnnotatedLocator.class).close())
                .hasStackTraceContaining("AnnotatedLocator.sub: a method that only locates a sub-resource");
    }
}
