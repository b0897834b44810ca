// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.webhooks.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.tck.Requirement;
import ee.idempotency.webhooks.SignedWebhook;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import org.jboss.weld.environment.se.Weld;
import org.junit.jupiter.api.Test;

/** An annotation that verifies nothing stops the deployment, wherever it stands. */
@Requirement("O13")
@Requirement("A9")
class WebhookPlacesTest {

    private static final String NO_RESOURCE_METHOD = "the method is no resource method";
    private static final String NOT_PROTECTED = "requests are verified in protected operations only";

    private static List<String> problems(Class<?>... types) {
        WebhookPlaces places = new WebhookPlaces(false);
        List.of(types).forEach(places::see);
        return places.problems();
    }

    private static void assertRefused(Class<?> type, String method, String problem) {
        assertThat(problems(type))
                .singleElement()
                .asString()
                .startsWith(type.getName() + (method.isEmpty() ? "" : "." + method) + ": ")
                .contains(problem);
    }

    /** As it should be. */
    @Path("hooks")
    public static class Right {

        @POST
        @SignedWebhook("code")
        @IdempotentOperation(name = "received")
        public void received() {}

        public void helper() {}
    }

    /** On the class: counts for its resource methods, and leaves the others alone. */
    @Path("hooks")
    @SignedWebhook("code")
    @IdempotentOperation(name = "received")
    public static class OnTheClass {

        @POST
        public void received() {}

        public void helper() {}
    }

    /** A resource by its interface. */
    @Path("hooks")
    public interface Receives {

        @POST
        @SignedWebhook("code")
        @IdempotentOperation(name = "received")
        void received();
    }

    /** Implements it. */
    public static class Receiver implements Receives {

        @Override
        public void received() {}
    }

    @Test
    void protectedResourceMethodsAreRight() {
        assertThat(problems(Right.class, OnTheClass.class, Receives.class, Receiver.class))
                .isEmpty();
    }

    /** A bean. */
    @ApplicationScoped
    public static class Bean {

        @SignedWebhook("code")
        @IdempotentOperation(name = "received")
        public void received(String key) {}
    }

    /** An EJB. */
    @Stateless
    public static class Ejb {

        @SignedWebhook("code")
        public void received() {}
    }

    /** Not even public. */
    @ApplicationScoped
    public static class Hidden {

        @SignedWebhook("code")
        void received() {}
    }

    /** Leads to others. */
    @Path("hooks")
    public static class Locator {

        @Path("code")
        @SignedWebhook("code")
        public Right code() {
            return new Right();
        }
    }

    @Test
    void methodsThatAnswerNoRequestAreRefused() {
        for (Class<?> type : List.of(Bean.class, Ejb.class, Hidden.class)) {
            assertRefused(type, "received", NO_RESOURCE_METHOD);
        }
        assertRefused(Locator.class, "code", NO_RESOURCE_METHOD);
    }

    /** On the class of a bean. */
    @ApplicationScoped
    @SignedWebhook("code")
    public static class BeanClass {

        public void received() {}
    }

    /** Inherits the annotation of its class. */
    public static class BelowBeanClass extends BeanClass {}

    @Test
    void classesWithoutResourceMethodsAreRefused() {
        assertRefused(BeanClass.class, "", "has no resource methods");
        assertRefused(BelowBeanClass.class, "", "has no resource methods");
    }

    /** Of a bean. */
    public interface Handles {

        @SignedWebhook("code")
        void handle();
    }

    /** Implements it, and answers no request. */
    @ApplicationScoped
    public static class Handler implements Handles {

        @Override
        public void handle() {}
    }

    @Test
    void interfacesCountForTheirClasses() {
        assertThat(problems(Handles.class, Handler.class))
                .singleElement()
                .asString()
                .startsWith(Handler.class.getName() + ".handle: " + NO_RESOURCE_METHOD);
    }

    @Test
    void interfacesThatNoClassImplementsAreRefused() {
        assertRefused(Receives.class, "", "no class of the application implements or extends it");
    }

    /** Safe, or not protected. */
    @Path("hooks")
    public static class Unprotected {

        @POST
        @SignedWebhook("code")
        public void received() {}
    }

    /** Reads. */
    @Path("hooks")
    public static class Reading {

        @GET
        @SignedWebhook("code")
        @IdempotentOperation(name = "read")
        public void read() {}
    }

    @Test
    void methodsThatAreNotProtectedAreRefused() {
        assertRefused(Unprotected.class, "received", NOT_PROTECTED);
        assertRefused(Reading.class, "read", NOT_PROTECTED);

        WebhookPlaces allProtected = new WebhookPlaces(true);
        allProtected.see(Unprotected.class);
        assertThat(allProtected.problems()).isEmpty();
    }

    /** Carries it, to no purpose. */
    @SignedWebhook("code")
    @Retention(RetentionPolicy.RUNTIME)
    public @interface FromCode {}

    /** By another annotation. */
    @Path("hooks")
    public static class ByAnother {

        @POST
        @FromCode
        @IdempotentOperation(name = "received")
        public void received() {}
    }

    @Test
    void annotationsAreNotLookedThroughAndSaySo() {
        assertRefused(ByAnother.class, "received", "an annotation here carries @SignedWebhook");
    }

    @Test
    void deploymentStopsWithAllOfThem() {
        Weld weld = new Weld()
                .disableDiscovery()
                .addExtension(new WebhookExtension())
                .addBeanClasses(Bean.class, Ejb.class, BeanClass.class, Right.class);

        assertThatThrownBy(() -> weld.initialize().close())
                .hasStackTraceContaining("correct these annotations")
                .hasStackTraceContaining(Bean.class.getName() + ".received")
                .hasStackTraceContaining(Ejb.class.getName() + ".received")
                .hasStackTraceContaining(BeanClass.class.getName() + ": ");
    }
}
