// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;

/**
 * The generic type of a result, written as an anonymous subclass, since a {@code Class} cannot name the type arguments:
 *
 * <pre>{@code
 * private static final ResultType<List<Order>> ORDERS = new ResultType<>() {};
 *
 * List<Order> orders = idempotency.operation("import").key(file).execute(ORDERS, () -> importer.run(file));
 * }</pre>
 *
 * <p>Immutable and thread-safe; best kept in a constant.
 *
 * @param <T> the type: a class, or a generic type whose arguments are all known
 */
public abstract class ResultType<T> {

    private final Type type;

    /**
     * The type that the subclass names.
     *
     * @throws IllegalArgumentException if the type is {@code Object}, or holds a wildcard or a type variable: a stored result
     *     could not be read back to it
     */
    protected ResultType() {
        if (!(getClass().getGenericSuperclass() instanceof ParameterizedType parent)
                || parent.getRawType() != ResultType.class) {
            throw new IllegalArgumentException(
                    "A result type is a direct subclass that names its type: new ResultType<List<Order>>() {}");
        }
        this.type = parent.getActualTypeArguments()[0];
        if (!isKnown(type)) {
            throw new IllegalArgumentException("The result type " + type
                    + " is not known: stored results are read back to it, so name a class, and no wildcard or type"
                    + " variable");
        }
    }

    /** The type. */
    public final Type type() {
        return type;
    }

    private static boolean isKnown(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments()).allMatch(ResultType::isKnown);
        }
        if (type instanceof GenericArrayType array) {
            return isKnown(array.getGenericComponentType());
        }
        return type != Object.class && !(type instanceof WildcardType) && !(type instanceof TypeVariable<?>);
    }
}
