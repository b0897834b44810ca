// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.operation;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What the type variables of a class's generic parents stand for, seen from that class: {@code T} of {@code Base<T>} is
 * {@code Order} in {@code class Orders extends Base<Order>}.
 */
final class TypeArguments {

    private final Map<TypeVariable<?>, Type> known = new HashMap<>();

    TypeArguments(Class<?> start) {
        learn(start);
    }

    private void learn(Class<?> type) {
        if (type.getGenericSuperclass() != null) {
            learnFrom(type.getGenericSuperclass());
        }
        Arrays.stream(type.getGenericInterfaces()).forEach(this::learnFrom);
    }

    private void learnFrom(Type parent) {
        if (parent instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            TypeVariable<?>[] variables = raw.getTypeParameters();
            for (int i = 0; i < variables.length; i++) {
                known.putIfAbsent(variables[i], generic.getActualTypeArguments()[i]);
            }
            learn(raw);
        } else {
            learn((Class<?>) parent);
        }
    }

    /** The type with every variable that is known replaced. */
    Type resolve(Type type) {
        if (type instanceof TypeVariable<?> variable) {
            Type argument = known.get(variable);
            return argument == null ? type : resolve(argument);
        }
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = Arrays.stream(generic.getActualTypeArguments())
                    .map(this::resolve)
                    .toArray(Type[]::new);
            return Arrays.equals(arguments, generic.getActualTypeArguments())
                    ? type
                    : new GenericType((Class<?>) generic.getRawType(), generic.getOwnerType(), arguments);
        }
        if (type instanceof GenericArrayType array) {
            Type component = resolve(array.getGenericComponentType());
            return component instanceof Class<?> known
                    ? Array.newInstance(known, 0).getClass()
                    : type;
        }
        return type;
    }

    /** The classes of a method's parameters. */
    Class<?>[] parametersOf(Method method) {
        return Arrays.stream(method.getGenericParameterTypes())
                .map(this::resolve)
                .map(this::erase)
                .toArray(Class<?>[]::new);
    }

    private Class<?> erase(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof ParameterizedType generic) {
            return (Class<?>) generic.getRawType();
        }
        if (type instanceof GenericArrayType array) {
            return Array.newInstance(erase(array.getGenericComponentType()), 0).getClass();
        }
        if (type instanceof TypeVariable<?> variable) {
            return erase(resolve(variable.getBounds()[0]));
        }
        return erase(((WildcardType) type).getUpperBounds()[0]);
    }
}
