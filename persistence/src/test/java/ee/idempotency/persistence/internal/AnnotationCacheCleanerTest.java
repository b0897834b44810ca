// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.liquibase.Databases;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.integrator.spi.Integrator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S9: what Hibernate would leave in the annotations of the server when the application is undeployed")
class AnnotationCacheCleanerTest {

    private static final List<Class<?>> OF_THE_SERVER =
            List.of(Entity.class, Table.class, Id.class, Column.class, Version.class);

    @Test
    void forgetsEveryAnnotationOfTheUnit() {
        AtomicInteger computed = new AtomicInteger();
        ClassValue<Integer> cache = new ClassValue<>() {
            @Override
            protected Integer computeValue(Class<?> type) {
                return computed.incrementAndGet();
            }
        };
        OF_THE_SERVER.forEach(cache::get);
        OF_THE_SERVER.forEach(cache::get);
        assertThat(computed).as("it is a cache").hasValue(OF_THE_SERVER.size());

        try (TestNode node = new TestNode(Databases.H2.migrated());
                EntityManager entityManager = node.newEntityManager()) {
            AnnotationCacheCleaner.forget(entityManager.getMetamodel().getManagedTypes(), cache);
        }

        OF_THE_SERVER.forEach(cache::get);
        assertThat(computed).hasValue(2 * OF_THE_SERVER.size());
    }

    @Test
    void knowsTheCacheOfThisHibernate() throws Exception {
        assertThat(AnnotationCacheCleaner.caches()).hasSize(1);
    }

    @Test
    void isFoundByEveryUnit() {
        assertThat(ServiceLoader.load(Integrator.class)).hasAtLeastOneElementOfType(AnnotationCacheCleaner.class);
    }
}
