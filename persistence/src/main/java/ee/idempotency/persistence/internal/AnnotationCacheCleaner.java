// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import jakarta.persistence.metamodel.ManagedType;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.SessionFactoryObserver;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Empties a cache of Hibernate 6 that would keep every undeployed application in memory. {@code BinderHelper} remembers
 * what it has read of an annotation in a {@link ClassValue}, and so in the annotation's own class. The annotations of
 * Jakarta Persistence are the server's; the value is of the Hibernate that the application has brought, and keeps its class loader. Nothing reads the cache
 * once a unit is built. Found as a service by every persistence unit of the application.
 */
public final class AnnotationCacheCleaner implements Integrator {

    private static final String CACHING = "org.hibernate.boot.model.internal.BinderHelper";

    /** For the service loader. */
    public AnnotationCacheCleaner() {}

    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
        factory.addObserver(new SessionFactoryObserver() {

            @Override
            public void sessionFactoryCreated(SessionFactory created) {
                clean(created.getMetamodel().getManagedTypes());
            }
        });
    }

    @Override
    public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry services) {
        // Nothing is kept.
    }

    private static void clean(Collection<ManagedType<?>> managed) {
        try {
            for (Field cache : caches().toList()) {
                cache.setAccessible(true);
                forget(managed, (ClassValue<?>) cache.get(null));
            }
        } catch (ReflectiveOperationException | RuntimeException otherHibernate) {
            StoreLog.annotationsCached(otherHibernate);
        }
    }

    /** Removes what {@code cache} has of any annotation that these types have, on themselves, their members and parents. */
    static void forget(Collection<ManagedType<?>> managed, ClassValue<?> cache) {
        managed.stream()
                .<Class<?>>map(ManagedType::getJavaType)
                .flatMap(AnnotationCacheCleaner::withParents)
                .flatMap(AnnotationCacheCleaner::elements)
                .flatMap(element -> Stream.of(element.getAnnotations()))
                .map(Annotation::annotationType)
                .distinct()
                .forEach(cache::remove);
    }

    /** The caches of the Hibernate that the application sees; another version may have none. */
    static Stream<Field> caches() throws ReflectiveOperationException {
        Class<?> caching = Class.forName(CACHING, false, Integrator.class.getClassLoader());
        return Stream.of(caching.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .filter(field -> field.getType() == ClassValue.class);
    }

    private static Stream<Class<?>> withParents(Class<?> type) {
        return Stream.<Class<?>>iterate(type, parent -> parent != null && parent != Object.class, Class::getSuperclass);
    }

    private static Stream<AnnotatedElement> elements(Class<?> type) {
        Stream<AnnotatedElement> own = Stream.of(type, type.getPackage());
        return Stream.concat(
                        own, Stream.concat(Stream.of(type.getDeclaredFields()), Stream.of(type.getDeclaredMethods())))
                .filter(Objects::nonNull);
    }
}
