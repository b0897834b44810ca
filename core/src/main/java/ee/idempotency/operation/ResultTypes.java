// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.operation;

import java.io.Closeable;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.stream.BaseStream;

/** Recognizes declared result types of which no value can ever be read back. */
final class ResultTypes {

    private static final List<Class<?>> ASYNCHRONOUS =
            List.of(Future.class, CompletionStage.class, Flow.Publisher.class);

    private static final List<Class<?>> CONSUMED =
            List.of(BaseStream.class, Iterator.class, Spliterator.class, Enumeration.class, Closeable.class);

    private static final List<Class<?>> RUNTIME = List.of(Thread.class, ClassLoader.class, Class.class);

    private ResultTypes() {}

    /** Why results of this declared type cannot be stored and read back; empty if some can. */
    static Optional<String> problemOf(Type type) {
        if (type instanceof ParameterizedType generic) {
            Optional<String> ofRaw = problemOf(generic.getRawType());
            return ofRaw.isPresent() ? ofRaw : firstOf(generic.getActualTypeArguments());
        }
        if (type instanceof GenericArrayType array) {
            return problemOf(array.getGenericComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return problemOf(wildcard.getUpperBounds()[0]);
        }
        if (type instanceof TypeVariable<?> variable) {
            return Optional.of("nobody knows what the result type " + variable
                    + " stands for; let the bean's class extend its parent with a type argument");
        }
        return problemOfClass((Class<?>) type);
    }

    private static Optional<String> firstOf(Type[] arguments) {
        return Arrays.stream(arguments)
                .flatMap(argument -> problemOf(argument).stream())
                .findFirst();
    }

    private static Optional<String> problemOfClass(Class<?> type) {
        if (type.isArray()) {
            return problemOf(type.getComponentType());
        }
        if (type == Object.class) {
            return Optional.of(
                    "a stored result is read back to its declared type only, and java.lang.Object or a wildcard"
                            + " says nothing; declare what is returned");
        }
        if (isOneOf(ASYNCHRONOUS, type)) {
            return Optional.of("an asynchronous result cannot be stored; protect the method that computes it");
        }
        if (isOneOf(CONSUMED, type) || isOneOf(RUNTIME, type)) {
            return Optional.of("a result of the type " + type.getName()
                    + " cannot be stored and read back; return a list or a class with the data");
        }
        return Optional.empty();
    }

    private static boolean isOneOf(List<Class<?>> known, Class<?> type) {
        return known.stream().anyMatch(each -> each.isAssignableFrom(type));
    }
}
