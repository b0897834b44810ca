// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.operation;

import ee.idempotency.InvalidDeploymentException;
import ee.idempotency.jaxrs.internal.log.HttpLog;
import ee.idempotency.operation.OperationKind;
import ee.idempotency.operation.OperationReader;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.core.Application;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Applications that list their classes get no providers but these. One that lists a protected resource and not the feature
 * that protects it would run every request, silently.
 */
public final class ListedClasses {

    private final Class<? extends DynamicFeature> feature;
    private final Set<Class<?>> protectedClasses;

    /**
     * A check for {@code feature}.
     *
     * @param found classes of which some may be protected resources: a locator that declares only {@code Object}, an
     *     interface or a parent may return any of them that is one
     */
    public ListedClasses(Class<? extends DynamicFeature> feature, Collection<? extends Class<?>> found) {
        this.feature = feature;
        this.protectedClasses =
                found.stream().filter(ListedClasses::isProtected).collect(Collectors.toSet());
    }

    /**
     * Looks at an application's classes.
     *
     * @throws InvalidDeploymentException if it lists protected resources without the feature
     */
    public void check(Class<?> type) {
        Set<Class<?>> listed;
        try {
            listed = classesOf(create(type));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError needsItsContainer) {
            if (listsClasses(type)) {
                HttpLog.listNotKnown(type, needsItsContainer);
            }
            return;
        }
        if (listed.stream().anyMatch(feature::isAssignableFrom)) {
            return;
        }
        Set<String> unprotected = new TreeSet<>();
        Set<Class<?>> reached = new HashSet<>();
        listed.forEach(each -> reach(each, reached));
        reached.stream().filter(ListedClasses::isProtected).forEach(each -> unprotected.add(each.getName()));
        if (!unprotected.isEmpty()) {
            throw new InvalidDeploymentException(
                    List.of(type.getName() + " lists its classes and not " + feature.getName() + ", so that "
                            + String.join(", ", unprotected) + " would not be protected: add " + feature.getSimpleName()
                            + ".class to what getClasses() returns"),
                    List.of(),
                    List.of());
        }
    }

    @SuppressWarnings("deprecation") // applications of today still list singletons
    private static Set<Class<?>> classesOf(@Nullable Application application) {
        Set<Class<?>> listed = new HashSet<>();
        if (application != null) {
            listed.addAll(application.getClasses());
            application.getSingletons().forEach(singleton -> listed.add(singleton.getClass()));
        }
        return listed;
    }

    /** Null for what is none. */
    private static @Nullable Application create(Class<?> type) throws ReflectiveOperationException {
        return Modifier.isAbstract(type.getModifiers()) || !Application.class.isAssignableFrom(type)
                ? null
                : (Application) type.getConstructor().newInstance();
    }

    private static boolean listsClasses(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals("getClasses")
                        || method.getName().equals("getSingletons"))
                .anyMatch(method -> method.getDeclaringClass() != Application.class);
    }

    /** A class, and the classes of the sub-resources that its methods locate, as far as they are declared. */
    private void reach(Class<?> type, Set<Class<?>> reached) {
        if (!reached.add(type)) {
            return;
        }
        OperationReader reader = new OperationReader(type);
        for (Method method : type.getMethods()) {
            boolean hasPath =
                    reader.declarationsOf(method).stream().anyMatch(each -> each.isAnnotationPresent(Path.class));
            if (hasPath && reader.httpMethod(method).isEmpty()) {
                located(method.getGenericReturnType())
                        .flatMap(this::withSubclasses)
                        .forEach(each -> reach(each, reached));
            }
        }
    }

    private Stream<Class<?>> withSubclasses(Class<?> declared) {
        return Stream.concat(Stream.of(declared), protectedClasses.stream().filter(declared::isAssignableFrom));
    }

    /** Of {@code Orders}, {@code Class<Orders>} and {@code Class<? extends Orders>}; a type variable may be anything. */
    private static Stream<Class<?>> located(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Stream.concat(
                    located(generic.getRawType()),
                    Arrays.stream(generic.getActualTypeArguments()).flatMap(ListedClasses::located));
        }
        if (type instanceof WildcardType wildcard) {
            return located(wildcard.getUpperBounds()[0]);
        }
        if (type == Class.class) {
            return Stream.empty();
        }
        return Stream.of(type instanceof Class<?> plain ? plain : Object.class);
    }

    private static boolean isProtected(Class<?> type) {
        try {
            return OperationReader.carriesAnnotation(type)
                    && new OperationReader(type)
                            .methods().stream().anyMatch(method -> method.kind() == OperationKind.RESOURCE_METHOD);
        } catch (LinkageError | TypeNotPresentException incomplete) {
            return false; // a class of an optional part, whose own dependencies are not deployed
        }
    }
}
