// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.operation;

import ee.idempotency.InvalidDeploymentException;
import ee.idempotency.operation.OperationKind;
import ee.idempotency.operation.OperationReader;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.core.Application;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Applications that list their classes get no providers but these. One that lists a protected resource and not the feature
 * that protects it would run every request, silently.
 */
public final class ListedClasses {

    private final Class<? extends DynamicFeature> feature;

    /** A check for {@code feature}. */
    public ListedClasses(Class<? extends DynamicFeature> feature) {
        this.feature = feature;
    }

    /**
     * Looks at an application's classes.
     *
     * @throws InvalidDeploymentException if it lists protected resources without the feature
     */
    public void check(Class<?> type) {
        Application application = create(type);
        Set<Class<?>> listed = application == null ? Set.of() : classesOf(application);
        if (listed.stream().anyMatch(feature::isAssignableFrom)) {
            return;
        }
        Set<String> unprotected = new TreeSet<>();
        listed.stream().filter(ListedClasses::isProtected).forEach(each -> unprotected.add(each.getName()));
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
    private static Set<Class<?>> classesOf(Application application) {
        Set<Class<?>> listed = new HashSet<>();
        List<Object> singletons = new ArrayList<>();
        try {
            listed.addAll(application.getClasses());
            singletons.addAll(application.getSingletons());
        } catch (RuntimeException needsItsContainer) {
            return Set.of();
        }
        singletons.forEach(singleton -> listed.add(singleton.getClass()));
        return listed;
    }

    /** Null for one that only its container can create. */
    private static @Nullable Application create(Class<?> type) {
        if (Modifier.isAbstract(type.getModifiers()) || !Application.class.isAssignableFrom(type)) {
            return null;
        }
        try {
            return (Application) type.getConstructor().newInstance();
        } catch (ReflectiveOperationException | RuntimeException | LinkageError needsItsContainer) {
            return null;
        }
    }

    private static boolean isProtected(Class<?> listed) {
        return OperationReader.carriesAnnotation(listed)
                && new OperationReader(listed)
                        .methods().stream().anyMatch(method -> method.kind() == OperationKind.RESOURCE_METHOD);
    }
}
