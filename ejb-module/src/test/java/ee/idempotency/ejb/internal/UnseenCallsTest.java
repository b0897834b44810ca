// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import ee.idempotency.spi.ForResourceMethods;
import ee.idempotency.tck.Requirement;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Test;

/** Where nothing can stand around a call, the deployment stops and says what to do. */
@Requirement("A9")
class UnseenCallsTest {

    /** Made by a producer. */
    public static class Gateway {

        private final String url;

        Gateway(String url) {
            this.url = url;
        }

        @IdempotentOperation
        public String pay(@IdempotencyKeyPart String id) {
            return url + id;
        }
    }

    @ApplicationScoped
    public static class GatewayProducer {

        @Produces
        Gateway gateway() {
            return new Gateway("https://bank/");
        }
    }

    interface Api {

        String pay(String id);
    }

    @ApplicationScoped
    public static class ApiBean implements Api {

        @Override
        public String pay(String id) {
            return id;
        }
    }

    @Decorator
    @Priority(1000)
    public abstract static class ApiDecorator implements Api {

        @Inject
        @Delegate
        @Any
        Api delegate;

        @Override
        @IdempotentOperation
        public String pay(@IdempotencyKeyPart String id) {
            return delegate.pay(id);
        }
    }

    @ApplicationScoped
    public static class StartsItself {

        @PostConstruct
        @IdempotentOperation(key = "'start'")
        void start() {}
    }

    @ApplicationScoped
    public static class Hides {

        @IdempotentOperation
        private String pay(@IdempotencyKeyPart String id) {
            return id;
        }

        String call() {
            return pay("o-1");
        }
    }

    @Alternative
    @ApplicationScoped
    public static class NotChosen {

        @IdempotentOperation
        public String pay(@IdempotencyKeyPart String id) {
            return id;
        }
    }

    @ApplicationScoped
    public static class Servlet extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @IdempotentOperation
        public void pay(@IdempotencyKeyPart String id) {}
    }

    interface One {

        @IdempotentOperation(retention = "P1D")
        String pay(@IdempotencyKeyPart String id);
    }

    interface Other {

        @IdempotentOperation(retention = "P2D")
        String pay(@IdempotencyKeyPart String id);
    }

    @ApplicationScoped
    public static class TwoWords implements One, Other {

        @Override
        public String pay(String id) {
            return id;
        }
    }

    @Test
    void refusesWhatAProducerMakes() {
        refuses("Gateway.pay: its object comes from", Gateway.class, GatewayProducer.class);
    }

    @Test
    void refusesAClassThatIsNoBean() {
        refuses("Gateway.pay: the class is no bean", Gateway.class);
    }

    @Test
    void refusesADecorator() {
        refuses("ApiDecorator.pay: calls to decorators", ApiBean.class, ApiDecorator.class);
    }

    @ForResourceMethods
    @Retention(RetentionPolicy.RUNTIME)
    @interface Signed {}

    @ApplicationScoped
    @Signed
    public static class NoResource {

        @Signed
        public void received(String event) {}

        public void pay(@IdempotencyKeyPart String id) {}
    }

    @ApplicationScoped
    @Path("received")
    @Signed
    public static class Resource {

        @POST
        @Signed
        public void received(String event) {}
    }

    @Test
    @Requirement("A9")
    void refusesAnnotationsWithoutEffect() {
        refuses("NoResource.received: @Signed is for resource methods and has no effect", NoResource.class);
        refuses("NoResource.pay: @IdempotencyKeyPart has no effect on a method that is not", NoResource.class);
        refuses("NoResource: @Signed is for resource classes and has no effect", NoResource.class);
        Application.deploy(Resource.class).close();
    }

    @Test
    void refusesCallbacksAndPrivateMethods() {
        refuses("StartsItself.start: the container calls lifecycle callbacks", StartsItself.class);
        refuses("Hides.pay: a private, static or final method", Hides.class);
    }

    @Test
    void refusesAServlet() {
        refuses("Servlet.pay: the server calls servlets", Servlet.class);
    }

    @Test
    void refusesInterfacesThatDisagree() {
        refuses("TwoWords.pay: two interfaces or annotations say different things", TwoWords.class);
    }

    @Test
    void leavesAnAlternativeAloneThatIsNotChosen() {
        Application.deploy(NotChosen.class).close();
    }

    private static void refuses(String problem, Class<?>... beans) {
        assertThatThrownBy(() -> Application.deploy(beans))
                .satisfies(refused -> org.assertj.core.api.Assertions.assertThat(
                                String.valueOf(refused.getMessage()).replace('$', '.'))
                        .contains(problem));
    }
}
