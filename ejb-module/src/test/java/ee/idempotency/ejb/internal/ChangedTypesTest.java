// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import ee.idempotency.tck.Requirement;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Extensions of CDI that change what is annotated. */
@Requirement("A9")
class ChangedTypesTest {

    /** Has a protected method and another. */
    @ApplicationScoped
    public static class Orders {

        @IdempotentOperation
        public String place(@IdempotencyKeyPart String id) {
            return id + UUID.randomUUID();
        }

        public String cancel(@IdempotencyKeyPart String id) {
            return id + UUID.randomUUID();
        }
    }

    /** Has none. */
    @ApplicationScoped
    public static class Plain {

        public String place(@IdempotencyKeyPart String id) {
            return id + UUID.randomUUID();
        }
    }

    /** Adds the annotation of {@code Orders.place} to its other method. */
    static final class AddsToMethod implements Extension {

        void change(@Observes ProcessAnnotatedType<Orders> type) throws NoSuchMethodException {
            IdempotentOperation annotation =
                    Orders.class.getMethod("place", String.class).getAnnotation(IdempotentOperation.class);
            type.configureAnnotatedType()
                    .filterMethods(method -> method.getJavaMember().getName().equals("cancel"))
                    .forEach(method -> method.add(annotation));
        }
    }

    /** Adds it to a class. */
    static final class AddsToClass implements Extension {

        void change(@Observes ProcessAnnotatedType<Plain> type) throws NoSuchMethodException {
            type.configureAnnotatedType()
                    .add(Orders.class.getMethod("place", String.class).getAnnotation(IdempotentOperation.class));
        }
    }

    /** Takes it away, after this library has looked. */
    static final class Takes implements Extension {

        void change(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) ProcessAnnotatedType<Orders> type) {
            type.configureAnnotatedType()
                    .methods()
                    .forEach(method -> method.remove(annotation -> annotation instanceof IdempotentOperation));
        }
    }

    @Test
    void anAnnotationThatIsNotWrittenInTheClassStopsTheDeployment() {
        refuses("Orders.cancel: an extension of CDI has added it", new AddsToMethod(), Orders.class);
        refuses("Plain: an extension of CDI has added it", new AddsToClass(), Plain.class);
    }

    @Test
    void anAnnotationThatIsTakenAwayStopsTheDeployment() {
        refuses("Orders.place: an extension of CDI has taken it away", new Takes(), Orders.class);
    }

    private static void refuses(String problem, Extension extension, Class<?> bean) {
        assertThatThrownBy(() -> Application.deploy(List.of(extension), bean))
                .satisfies(refused -> assertThat(
                                String.valueOf(refused.getMessage()).replace('$', '.'))
                        .contains(problem));
    }
}
