// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what differs between a result and what was read back, deeply and by class:
 *
 * <ol>
 *   <li>Objects are of the same class. Lists, sets, maps and optionals need not be: their interfaces say what is equal
 *       ({@link ContentDifference}).
 *   <li>Classes of the application are compared field by field, so that one whose {@code equals} looks at its id alone
 *       hides nothing; what they extend of the platform by its {@code equals}. Transient fields are passed over, unless the
 *       class has an {@code equals} of its own, which must agree then.
 *   <li>Classes of the platform are compared by their {@code equals}; one that has none cannot be shown to be equal.
 * </ol>
 *
 * <p>Names types and members, never values.
 */
final class Difference {

    private static final ContentDifference CONTENT =
            new ContentDifference(Difference::between, Difference::isOfPlatform);

    private Difference() {}

    /** The first difference found; empty if there is none. */
    static Optional<String> between(Object returned, @Nullable Object read) {
        return between(returned, read, "the result");
    }

    static Optional<String> between(@Nullable Object returned, @Nullable Object read, String member) {
        if (returned == read) {
            return Optional.empty();
        }
        if (returned == null) {
            return Optional.of(member + " comes back as a value where null was returned");
        }
        if (read == null) {
            return Optional.of(member + ", " + nameOf(returned) + ", comes back as null");
        }
        if (ContentDifference.isOfOneKind(returned, read)) {
            Optional<String> content = CONTENT.between(returned, read, member);
            boolean isPlain = isOfPlatform(returned.getClass()) || ContentDifference.isJson(returned);
            return content.isPresent() || isPlain ? content : betweenObjects(returned, read, member);
        }
        return betweenObjects(returned, read, member);
    }

    private static Optional<String> betweenObjects(Object returned, Object read, String member) {
        if (returned.getClass() != read.getClass()) {
            return Optional.of(member + ", " + nameOf(returned) + ", comes back as " + nameOf(read));
        }
        if (returned.getClass().isArray()) {
            return betweenArrays(returned, read, member);
        }
        if (returned instanceof Enum<?>) {
            return changed(returned, member);
        }
        if (isOfPlatform(returned.getClass())) {
            return returned.equals(read) ? Optional.empty() : changed(returned, member);
        }
        return betweenFields(returned, read, member);
    }

    private static Optional<String> betweenArrays(Object returned, Object read, String member) {
        int length = Array.getLength(returned);
        if (length != Array.getLength(read)) {
            return changed(returned, member);
        }
        for (int i = 0; i < length; i++) {
            Optional<String> difference = between(Array.get(returned, i), Array.get(read, i), member + "[]");
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> betweenFields(Object returned, Object read, String member) {
        boolean hasTransient = false;
        Class<?> type = returned.getClass();
        for (; !isOfPlatform(type); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                hasTransient |= Modifier.isTransient(field.getModifiers());
                Optional<String> difference = betweenField(field, returned, read);
                if (difference.isPresent()) {
                    return difference;
                }
            }
        }
        boolean isContainer = ContentDifference.isContainer(returned);
        boolean inheritsState = type != Object.class && type != Record.class && !isContainer;
        boolean mustAgree = inheritsState || (hasTransient && hasOwnEquals(returned.getClass()));
        return mustAgree && !returned.equals(read) ? changed(returned, member) : Optional.empty();
    }

    private static Optional<String> betweenField(Field field, Object returned, Object read) {
        if ((field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) != 0 || field.isSynthetic()) {
            return Optional.empty();
        }
        String name = field.getDeclaringClass().getSimpleName() + "." + field.getName();
        try {
            field.setAccessible(true);
            return between(field.get(returned), field.get(read), name);
        } catch (IllegalAccessException | RuntimeException closed) {
            return Optional.of(
                    name + " cannot be compared (" + closed.getClass().getName() + ")");
        }
    }

    private static Optional<String> changed(Object returned, String member) {
        return Optional.of(member + ", " + nameOf(returned) + ", comes back with another value"
                + (hasOwnEquals(returned.getClass()) || returned.getClass().isArray()
                        ? ""
                        : ", or cannot be compared"));
    }

    private static boolean hasOwnEquals(Class<?> type) {
        try {
            return type.getMethod("equals", Object.class).getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("Every class has equals", impossible);
        }
    }

    /** Whether a class belongs to Java itself, whose fields are closed and whose {@code equals} can be trusted. */
    private static boolean isOfPlatform(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return !type.isArray() && (loader == null || loader == ClassLoader.getPlatformClassLoader());
    }

    private static String nameOf(Object object) {
        return object.getClass().getTypeName();
    }
}
