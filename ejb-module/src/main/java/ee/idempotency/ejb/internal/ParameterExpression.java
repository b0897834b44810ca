// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.operation.AnnotatedMethod;
import jakarta.el.ELException;
import jakarta.el.ExpressionFactory;
import jakarta.el.StandardELContext;
import java.lang.reflect.Parameter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Jakarta EL expression over the parameters of a method, by name. The expression comes from an annotation; what a
 * caller sends is only ever a value in it.
 */
final class ParameterExpression {

    private static final ExpressionFactory EXPRESSIONS = ExpressionFactory.newInstance();

    private ParameterExpression() {}

    /** Why an expression cannot be read, or empty if it can. */
    static Optional<String> problemOf(String expression) {
        try {
            EXPRESSIONS.createValueExpression(new StandardELContext(EXPRESSIONS), embed(expression), Object.class);
            return Optional.empty();
        } catch (ELException unreadable) {
            return Optional.of("the expression '" + expression + "' is not Jakarta EL, written without ${}: "
                    + unreadable.getMessage());
        }
    }

    /**
     * The value of an expression for one call.
     *
     * @throws ELException if it names what is not there
     */
    static @Nullable Object evaluate(String expression, AnnotatedMethod method, @Nullable Object[] arguments) {
        StandardELContext context = new StandardELContext(EXPRESSIONS);
        Parameter[] parameters = method.namedParameters();
        for (int i = 0; i < parameters.length; i++) {
            context.getVariableMapper()
                    .setVariable(
                            parameters[i].getName(), EXPRESSIONS.createValueExpression(arguments[i], Object.class));
        }
        return EXPRESSIONS
                .createValueExpression(context, embed(expression), Object.class)
                .getValue(context);
    }

    private static String embed(String expression) {
        return "${" + expression + "}";
    }
}
