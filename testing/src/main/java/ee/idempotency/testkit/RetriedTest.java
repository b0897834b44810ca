// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/**
 * A test that JUnit runs once for each way in which a call may be repeated. The method has a parameter {@link Retried}, by which it
 * makes the call and asserts its one effect:
 *
 * <pre>{@code
 * @RetriedTest
 * void chargesOnce(Retried retried) throws Exception {
 *     Payments payments = new Payments(retried.idempotency(), ledger);
 *
 *     retried.assertOneEffect(() -> payments.charge(order), ledger::entries);
 * }
 * }</pre>
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(RetriedTest.Template.class)
public @interface RetriedTest {

    /** The ways; all of them by default. */
    Retry[] value() default {Retry.AFTERWARDS, Retry.IN_PARALLEL, Retry.AFTER_A_CRASH};

    /** Runs the test once for each of its ways; for JUnit. */
    final class Template implements TestTemplateInvocationContextProvider {

        @Override
        public boolean supportsTestTemplate(ExtensionContext context) {
            return context.getTestMethod()
                    .filter(method -> method.isAnnotationPresent(RetriedTest.class))
                    .isPresent();
        }

        @Override
        public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
            return Arrays.stream(context.getRequiredTestMethod()
                            .getAnnotation(RetriedTest.class)
                            .value())
                    .map(Once::new);
        }

        /** One run of the test. */
        private record Once(Retry way) implements TestTemplateInvocationContext, ParameterResolver {

            @Override
            public String getDisplayName(int invocationIndex) {
                return "repeated " + way.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            }

            @Override
            public List<Extension> getAdditionalExtensions() {
                return List.of(this);
            }

            @Override
            public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
                return parameter.getParameter().getType() == Retried.class;
            }

            @Override
            public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
                return new Retried(way);
            }
        }
    }
}
