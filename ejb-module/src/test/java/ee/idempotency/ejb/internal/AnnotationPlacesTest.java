// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import ee.idempotency.tck.Requirement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Specializes;
import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Singleton;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The annotation protects a bean's method wherever a developer may have put it. */
@Requirement("A9")
class AnnotationPlacesTest {

    static final AtomicInteger RUNS = new AtomicInteger();

    static String run(String id) {
        return id + " run " + RUNS.incrementAndGet();
    }

    interface OfMethod {

        @IdempotentOperation(key = "order")
        String call(String order);
    }

    /** The interface names parameters otherwise. */
    @ApplicationScoped
    public static class Implements implements OfMethod {

        @Override
        public String call(String id) {
            return run(id);
        }
    }

    interface Parent extends OfMethod {}

    @Singleton
    public static class ImplementsGrandParent implements Parent {

        @Override
        public String call(String id) {
            return run(id);
        }
    }

    @IdempotentOperation
    interface OfType {

        String call(@IdempotencyKeyPart String order);
    }

    /** Has a method that the interface does not know, and that needs no key. */
    @ApplicationScoped
    public static class ImplementsType implements OfType {

        @Override
        public String call(String id) {
            return run(id);
        }

        public String other(String id) {
            return run(id);
        }
    }

    /** Its methods are overridden and inherited. */
    public abstract static class Base<T> {

        @IdempotentOperation
        public abstract String call(@IdempotencyKeyPart T order);

        @IdempotentOperation
        public String inherited(@IdempotencyKeyPart T order) {
            return run(String.valueOf(order));
        }
    }

    @ApplicationScoped
    public static class Overrides extends Base<String> {

        @Override
        public String call(String id) {
            return run(id);
        }
    }

    interface Generic<T extends Comparable<T>> {

        @IdempotentOperation
        String call(@IdempotencyKeyPart T order);
    }

    @Dependent
    public static class ImplementsGeneric implements Generic<String> {

        @Override
        public String call(String id) {
            return run(id);
        }

        /** No override of the interface's method. */
        public String call(Integer id) {
            return run(String.valueOf(id));
        }
    }

    /** A stereotype. */
    @Stereotype
    @IdempotentOperation(retention = "P7D")
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Safe {}

    @Safe
    @ApplicationScoped
    public static class Stereotyped {

        public String call(@IdempotencyKeyPart String id) {
            return run(id);
        }
    }

    /** The application's own annotation on a method. */
    @ApplicationScoped
    public static class StereotypedMethod {

        @Safe
        public String call(@IdempotencyKeyPart String id) {
            return run(id);
        }
    }

    interface WithDefault {

        @IdempotentOperation
        default String call(@IdempotencyKeyPart String id) {
            return run(id);
        }
    }

    @ApplicationScoped
    public static class InheritsDefault implements WithDefault {}

    @ApplicationScoped
    public static class General {

        @IdempotentOperation(name = "specialized")
        public String call(@IdempotencyKeyPart String id) {
            return "general " + run(id);
        }
    }

    @Specializes
    @ApplicationScoped
    public static class Special extends General {

        @Override
        public String call(String id) {
            return run(id);
        }
    }

    /** Package-private parent: compilers make a bridge in the public class. */
    abstract static class Hidden {

        @IdempotentOperation
        public String call(@IdempotencyKeyPart String id) {
            return run(id);
        }
    }

    @ApplicationScoped
    public static class Visible extends Hidden {}

    @IdempotentOperation
    public abstract static class ClassBase {

        public String call(@IdempotencyKeyPart String id) {
            return run(id);
        }
    }

    @ApplicationScoped
    public static class InheritsClass extends ClassBase {}

    @Test
    void onAnInterface() {
        runsOnce(Implements.class, bean -> bean.call("o-1"));
        runsOnce(ImplementsGrandParent.class, bean -> bean.call("o-1"));
        runsOnce(ImplementsType.class, bean -> bean.call("o-1"));
        runsAlways(ImplementsType.class, bean -> bean.other("o-1"));
    }

    @Test
    void onASuperclass() {
        runsOnce(Overrides.class, bean -> bean.call("o-1"));
        runsOnce(Overrides.class, bean -> bean.inherited("o-1"));
        runsOnce(Visible.class, bean -> bean.call("o-1"));
        runsOnce(InheritsClass.class, bean -> bean.call("o-1"));
    }

    @Test
    void onAGenericParent() {
        runsOnce(ImplementsGeneric.class, bean -> bean.call("o-1"));
        runsOnce(ImplementsGeneric.class, bean -> ((Generic<String>) bean).call("o-1"));
        runsAlways(ImplementsGeneric.class, bean -> bean.call(1));
    }

    @Test
    void onAStereotype() {
        runsOnce(Stereotyped.class, bean -> bean.call("o-1"));
        runsOnce(StereotypedMethod.class, bean -> bean.call("o-1"));
    }

    @Test
    void onADefaultMethod() {
        runsOnce(InheritsDefault.class, bean -> bean.call("o-1"));
    }

    @Test
    void onASpecializedBean() {
        try (Application application = Application.deploy(General.class, Special.class)) {
            General bean = application.get(General.class);
            assertThat(bean.call("o-1")).isEqualTo(bean.call("o-1")).doesNotContain("general");
        }
    }

    private static <T> void runsOnce(Class<T> type, Function<T, String> call) {
        try (Application application = Application.deploy(type)) {
            T bean = application.get(type);
            assertThat(call.apply(bean)).isEqualTo(call.apply(bean));
        }
    }

    private static <T> void runsAlways(Class<T> type, Function<T, String> call) {
        try (Application application = Application.deploy(type)) {
            T bean = application.get(type);
            assertThat(call.apply(bean)).isNotEqualTo(call.apply(bean));
        }
    }
}
