// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.operation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.jaxrs.IdempotencyFeature;
import ee.idempotency.tck.Requirement;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Locators of sub-resources that do not declare the class that they locate. */
@Requirement("H20")
class VagueLocatorsTest {

    private final ListedClasses withClasses =
            new ListedClasses(IdempotencyFeature.class, Set.of(Hidden.class, Parent.class));

    /** Declared by locators. */
    public interface Parent {}

    /** What is located. */
    public static class Hidden implements Parent {

        @POST
        @IdempotentOperation
        public String create() {
            return "";
        }
    }

    /** Lists one class. */
    abstract static class One extends Application {

        private final Class<?> only;

        One(Class<?> only) {
            this.only = only;
        }

        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(only);
        }
    }

    /** An object. */
    public static class OfObject extends One {

        public OfObject() {
            super(OfObject.Locator.class);
        }

        /** Lists it. */
        @Path("/object")
        public static class Locator {

            @Path("one")
            public Object one() {
                return new Hidden();
            }
        }
    }

    /** An interface. */
    public static class OfParent extends One {

        public OfParent() {
            super(OfParent.Locator.class);
        }

        /** Lists it. */
        @Path("/parent")
        public static class Locator {

            @Path("one")
            public Parent one() {
                return new Hidden();
            }
        }
    }

    /** A class of which nothing is said. */
    public static class OfWildcard extends One {

        public OfWildcard() {
            super(OfWildcard.Locator.class);
        }

        /** Lists it. */
        @Path("/wildcard")
        public static class Locator {

            @Path("one")
            public Class<?> one() {
                return Hidden.class;
            }
        }
    }

    /** A type variable. */
    public static class OfVariable extends One {

        public OfVariable() {
            super(OfVariable.Locator.class);
        }

        /** Lists it. */
        @Path("/variable")
        public static class Locator {

            @Path("one")
            public <T> T one(Class<T> type) {
                return type.cast(new Hidden());
            }
        }
    }

    /** What no protected class is. */
    public static class OfOthers extends One {

        public OfOthers() {
            super(OfOthers.Locator.class);
        }

        /** Lists it. */
        @Path("/others")
        public static class Locator {

            @Path("one")
            public Runnable one() {
                return () -> {};
            }
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {OfObject.class, OfParent.class, OfWildcard.class, OfVariable.class})
    void mayReturnAnyProtectedClassThatIsOfTheDeclaredType(Class<?> application) {
        assertThatThrownBy(() -> withClasses.check(application))
                .hasMessageContaining(application.getName() + " lists its classes and not")
                .hasMessageContaining(Hidden.class.getName() + " would not be protected");
    }

    @Test
    void areLeftAloneWhereNoProtectedClassIsOfTheirType() {
        assertThatCode(() -> withClasses.check(OfOthers.class)).doesNotThrowAnyException();
    }
}
