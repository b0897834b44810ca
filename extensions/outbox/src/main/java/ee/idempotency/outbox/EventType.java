// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Selects events of one type for an observer of the sender {@code cdi}: {@code void on(@Observes @EventType("OrderPlaced")
 * OutboxEvent event)}. An observer without it gets all that this sender sends. What it throws has the event sent to all its
 * observers again.
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface EventType {

    /** The type as it was published. */
    String value();

    /** The qualifier in code. */
    final class Literal extends AnnotationLiteral<EventType> implements EventType {

        private static final long serialVersionUID = 1L;

        private final String value;

        /** Of that type. */
        public Literal(String value) {
            this.value = value;
        }

        @Override
        public String value() {
            return value;
        }
    }
}
