// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.InternalErrorException;
import ee.idempotency.operation.AnnotatedMethod;
import ee.idempotency.operation.ExpressionNames;
import ee.idempotency.operation.MethodChecks;
import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ExpressionFactory;
import jakarta.el.StandardELContext;
import jakarta.el.ValueExpression;
import jakarta.el.VariableMapper;
import java.lang.reflect.Parameter;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A Jakarta EL expression over the parameters of a method, by name. The expression comes from an annotation; what a
 * caller sends is only ever a value in it.
 */
final class ParameterExpression {

    private static final ExpressionFactory EXPRESSIONS = ExpressionFactory.newInstance();

    private ParameterExpression() {}

    /** Why an expression cannot be read, or names what is no parameter; empty if all is well. */
    static Optional<String> problemOf(String expression, Set<String> parameters) {
        StandardELContext context = new StandardELContext(EXPRESSIONS);
        Set<String> asked = new TreeSet<>();
        try {
            EXPRESSIONS.createValueExpression(context(context, asked), embed(expression), Object.class);
        } catch (ELException unreadable) {
            return Optional.of(ExpressionNames.unreadable(expression, String.valueOf(unreadable.getMessage())));
        }
        asked.removeIf(name -> context.getImportHandler().resolveClass(name) != null);
        return ExpressionNames.unknown(expression, asked, parameters);
    }

    /** The same context, which remembers the names that it was asked for. */
    private static ELContext context(ELContext context, Set<String> asked) {
        return new StandardELContext(context) {
            @Override
            public VariableMapper getVariableMapper() {
                return new VariableMapper() {
                    @Override
                    public @Nullable ValueExpression resolveVariable(String name) {
                        asked.add(name);
                        return null;
                    }

                    @Override
                    public @Nullable ValueExpression setVariable(String name, ValueExpression expression) {
                        return null;
                    }
                };
            }
        };
    }

    /**
     * The value of an expression for one call.
     *
     * @throws InternalErrorException naming method and expression if it asks for what is not there
     */
    static @Nullable Object evaluate(String expression, AnnotatedMethod method, @Nullable Object[] arguments) {
        StandardELContext context = new StandardELContext(EXPRESSIONS);
        context.addELResolver(new RecordComponents());
        Parameter[] parameters = method.namedParameters();
        for (int i = 0; i < parameters.length; i++) {
            context.getVariableMapper()
                    .setVariable(
                            parameters[i].getName(), EXPRESSIONS.createValueExpression(arguments[i], Object.class));
        }
        try {
            return EXPRESSIONS
                    .createValueExpression(context, embed(expression), Object.class)
                    .getValue(context);
        } catch (RuntimeException noValue) {
            throw new InternalErrorException(
                    MethodChecks.at(
                            method,
                            "the expression '" + expression + "' has no value in this call; correct it, or"
                                    + " let the parameters have what it asks for"),
                    noValue);
        }
    }

    private static String embed(String expression) {
        return "${" + expression + "}";
    }
}
