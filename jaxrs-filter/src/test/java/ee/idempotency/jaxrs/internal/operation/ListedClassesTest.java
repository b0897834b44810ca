// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.InvalidDeploymentException;
import ee.idempotency.jaxrs.IdempotencyFeature;
import ee.idempotency.tck.Requirement;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Filter;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class ListedClassesTest {

    private final ListedClasses listed = new ListedClasses(IdempotencyFeature.class, Set.of());

    /** Protected. */
    @Path("/orders")
    public static class Orders {

        @POST
        @IdempotentOperation
        public String create() {
            return "";
        }
    }

    /** Not protected. */
    @Path("/plain")
    public static class Plain {

        @POST
        public String create() {
            return "";
        }
    }

    /** Forgets the feature. */
    public static class Forgetful extends Application {

        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(Orders.class, Plain.class);
        }
    }

    /** Forgets it, with an object. */
    public static class ForgetfulOfSingletons extends Application {

        @Override
        @SuppressWarnings("deprecation") // applications of today still list singletons
        public Set<Object> getSingletons() {
            return Set.of(new Orders());
        }
    }

    /** Not listed itself. */
    @Path("/located")
    public static class Locating {

        @Path("one")
        public Located one() {
            return new Located();
        }
    }

    /** Likewise, by its class. */
    @Path("/located")
    public static class LocatingByClass {

        @Path("class")
        public Class<Located> type() {
            return Located.class;
        }
    }

    /** A sub-resource, made by hand. */
    public static class Located {

        @POST
        @IdempotentOperation
        public String create() {
            return "";
        }

        @Path("itself")
        public Located itself() {
            return this;
        }
    }

    /** Lists what locates it. */
    public static class ForgetfulOfLocated extends Application {

        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(Locating.class);
        }
    }

    /** Lists what locates it by its class. */
    public static class ForgetfulOfClass extends Application {

        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(LocatingByClass.class);
        }
    }

    /** Its container would have injected something. */
    public static class Needy extends Application {

        @Override
        public Set<Class<?>> getClasses() {
            throw new IllegalStateException("nothing is injected");
        }
    }

    /** Lists it. */
    public static class Complete extends Application {

        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(Orders.class, IdempotencyFeature.class);
        }
    }

    /** Needs none. */
    public static class Unprotected extends Application {

        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(Plain.class);
        }
    }

    /** Lists nothing: the server looks for everything. */
    public static class Scanned extends Application {}

    /** Only its container can create it. */
    public static class Injected extends Application {

        Injected(String value) {
            throw new IllegalStateException(value);
        }
    }

    @Test
    @Requirement("H20")
    void anApplicationThatForgetsTheFeatureStopsTheDeployment() {
        assertThatThrownBy(() -> listed.check(Forgetful.class))
                .isInstanceOf(InvalidDeploymentException.class)
                .hasMessageContaining(Forgetful.class.getName())
                .hasMessageContaining(Orders.class.getName())
                .hasMessageContaining("add IdempotencyFeature.class");
        assertThatThrownBy(() -> listed.check(ForgetfulOfSingletons.class)).hasMessageContaining("Orders");
        assertThatThrownBy(() -> listed.check(ForgetfulOfLocated.class)).hasMessageContaining("$Located would");
        assertThatThrownBy(() -> listed.check(ForgetfulOfClass.class)).hasMessageContaining("$Located would");
    }

    @Test
    @Requirement("H20")
    void oneThatCannotBeLookedAtIsReported() {
        List<Object> reported = new ArrayList<>();
        Logger logger = Logger.getLogger("ee.idempotency.jaxrs");
        Filter before = logger.getFilter();
        logger.setFilter(line -> reported.addAll(List.of(line.getMessage(), line.getParameters()[0])));
        try {
            listed.check(Needy.class);
            listed.check(Injected.class);
        } finally {
            logger.setFilter(before);
        }
        assertThat(reported).hasSize(2).last().isEqualTo(Needy.class.getName());
        assertThat(reported.get(0)).asString().startsWith("IDEM-0319");
    }

    @Test
    @Requirement("H20")
    void othersAreLeftAlone() {
        for (Class<?> application : new Class<?>[] {
            Complete.class, Unprotected.class, Scanned.class, Injected.class, Application.class, String.class
        }) {
            assertThatCode(() -> listed.check(application)).doesNotThrowAnyException();
        }
    }
}
