// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import ee.idempotency.tck.Requirement;
import jakarta.annotation.Priority;
import jakarta.ejb.MessageDriven;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.ws.rs.POST;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.Test;

/** Further places where somebody may put the annotation: it is protected there, or the deployment stops. */
@Requirement("A9")
class MorePlacesTest {

    /** What pays. */
    public interface Gateway {

        @IdempotentOperation
        String pay(@IdempotencyKeyPart String id);
    }

    /** In a field, declared by its interface. */
    @ApplicationScoped
    public static class InAField {

        @Produces
        @SuppressWarnings("UnusedVariable") // the container reads it
        private final Gateway gateway = id -> UUID.randomUUID().toString();
    }

    /** By a method. */
    @ApplicationScoped
    public static class ByAMethod {

        @Produces
        Gateway gateway() {
            return id -> UUID.randomUUID().toString();
        }
    }

    /** A client that the container implements. */
    @RegisterRestClient
    public interface Bank {

        @POST
        @IdempotentOperation
        String pay(@IdempotencyKeyPart String id);
    }

    /** The same client, whose whole type is annotated. */
    @RegisterRestClient
    @IdempotentOperation
    public interface WholeBank {

        @POST
        String pay(@IdempotencyKeyPart String id);
    }

    /** Cannot be overridden. */
    @ApplicationScoped
    public static class FinalMethod {

        @IdempotentOperation
        public final String pay(@IdempotencyKeyPart String id) {
            return id;
        }
    }

    /** Belongs to the class. */
    @ApplicationScoped
    public static class StaticMethod {

        @IdempotentOperation
        public static String pay(@IdempotencyKeyPart String id) {
            return id;
        }
    }

    /** Whose instances belong to another's. */
    @ApplicationScoped
    @SuppressWarnings("ClassCanBeStatic") // it should be
    public class Inner {

        @IdempotentOperation
        public String pay(@IdempotencyKeyPart String id) {
            return id;
        }
    }

    /** Visible in its package, and to subclasses. */
    @ApplicationScoped
    public static class LessVisible {

        @IdempotentOperation
        String inPackage(@IdempotencyKeyPart String id) {
            return UUID.randomUUID().toString();
        }

        @IdempotentOperation
        protected String toSubclasses(@IdempotencyKeyPart String id) {
            return UUID.randomUUID().toString();
        }
    }

    /** A default method, which a bean of Kotlin overrides by a call of it. */
    public interface WithDefault {

        @IdempotentOperation
        default String pay(@IdempotencyKeyPart String id) {
            return UUID.randomUUID().toString();
        }
    }

    /** Delegates as the compiler of Kotlin writes it. */
    @ApplicationScoped
    public static class DelegatesToDefault implements WithDefault {

        @Override
        public String pay(String id) {
            return WithDefault.super.pay(id);
        }
    }

    /** Chosen by its priority. */
    @Alternative
    @Priority(1)
    @ApplicationScoped
    public static class Chosen implements Gateway {

        @Override
        public String pay(String id) {
            return UUID.randomUUID().toString();
        }
    }

    /** A listener whose key is missing. */
    @MessageDriven
    public static class Listener {

        @IdempotentOperation
        public void onMessage(String message) {}
    }

    /** A listener as it should be. */
    @MessageDriven
    public static class KeyedListener {

        @IdempotentOperation(key = "message")
        public void onMessage(String message) {}
    }

    @Test
    void whatAProducerMakesStopsTheDeploymentAlsoByItsInterface() {
        refuses("Gateway.pay: its object comes from", Gateway.class, InAField.class);
        refuses("Gateway.pay: its object comes from", Gateway.class, ByAMethod.class);
    }

    @Test
    void aRestClientStopsTheDeployment() {
        refuses("Bank.pay: calls to a REST client are not intercepted", Bank.class);
        refuses("WholeBank.pay: calls to a REST client are not intercepted", WholeBank.class);
    }

    @Test
    void whatCannotBeOverriddenStopsTheDeployment() {
        refuses("cannot be declared final", FinalMethod.class); // CDI's own words, before ours
        refuses("StaticMethod.pay: a private, static or final method", StaticMethod.class);
    }

    @Test
    void anInnerClassStopsTheDeployment() {
        refuses("Inner.pay: the class is no bean", Inner.class);
    }

    @Test
    void methodsThatNotEverybodySeesAreProtected() {
        try (Application application = Application.deploy(LessVisible.class)) {
            LessVisible bean = application.get(LessVisible.class);
            assertThat(bean.inPackage("a")).isEqualTo(bean.inPackage("a"));
            assertThat(bean.toSubclasses("a")).isEqualTo(bean.toSubclasses("a"));
        }
    }

    @Test
    void anOverriddenDefaultMethodIsProtected() {
        try (Application application = Application.deploy(DelegatesToDefault.class)) {
            DelegatesToDefault bean = application.get(DelegatesToDefault.class);
            assertThat(bean.pay("a")).isEqualTo(bean.pay("a"));
        }
    }

    @Test
    void aChosenAlternativeIsProtected() {
        try (Application application = Application.deploy(Gateway.class, Chosen.class)) {
            Gateway gateway = application.get(Gateway.class);
            assertThat(gateway.pay("a")).isEqualTo(gateway.pay("a"));
        }
    }

    @Test
    void aListenerOfMessagesIsCheckedAndAnnounced() {
        refuses("Listener.onMessage: name the key once", Listener.class);
        try (LoggedLines lines = new LoggedLines();
                Application application =
                        Application.deploy(Map.of(), PlainStore.Joinable.class, KeyedListener.class)) {
            assertThat(application.get(DeploymentCheck.class).operations().all())
                    .anyMatch(operation -> operation.announcement().contains("KeyedListener.onMessage"));
            assertThat(lines.all()).anyMatch(line -> line.contains("IDEM-0204"));
        }
    }

    private static void refuses(String problem, Class<?>... beans) {
        assertThatThrownBy(() -> Application.deploy(beans))
                .satisfies(refused -> assertThat(
                                String.valueOf(refused.getMessage()).replace('$', '.'))
                        .contains(problem));
    }
}
