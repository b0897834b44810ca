// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.IdempotencyException;
import ee.idempotency.liquibase.Databases;
import ee.idempotency.tck.Requirement;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** An application without JPA and Hibernate, as a class loader sees it. */
@Requirement("S11")
class WithoutHibernateTest {

    private static final List<String> ABSENT = List.of("org.hibernate.", "jakarta.persistence.");

    /** Loads the library itself, and finds neither JPA nor Hibernate. */
    private static final class ServerWithoutJpa extends URLClassLoader {

        ServerWithoutJpa() {
            super(
                    new URL[] {origin(DurableStore.class), origin(IdempotencyException.class), origin(Life.class)},
                    WithoutHibernateTest.class.getClassLoader());
        }

        private static URL origin(Class<?> type) {
            return type.getProtectionDomain().getCodeSource().getLocation();
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (ABSENT.stream().anyMatch(name::startsWith)) {
                throw new ClassNotFoundException(name);
            }
            if (name.startsWith("ee.idempotency.") && !name.startsWith("ee.idempotency.liquibase.")) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
            return super.loadClass(name, resolve);
        }
    }

    /** A claim, its outcome and a replay, as a class of that application. */
    public static final class Life implements Function<DataSource, String> {

        /** For reflection. */
        public Life() {}

        @Override
        public String apply(DataSource database) {
            try (DataSourceNode node = new DataSourceNode(database)) {
                DatabaseStartupCheck.check(node, java.time.InstantSource.system());
                var request = TestClaims.request();
                node.store().complete(TestClaims.acquire(node.store(), request), TestClaims.ANSWER);
                return node.store().claim(request).getClass().getSimpleName();
            }
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void theStoreWorksOverADataSource() throws ReflectiveOperationException, IOException {
        try (ServerWithoutJpa server = new ServerWithoutJpa()) {
            Class<?> life = server.loadClass(Life.class.getName());
            assertThat(life).isNotSameAs(Life.class);
            Object run = life.getConstructor().newInstance();
            assertThat(((Function<DataSource, String>) run).apply(Databases.H2.migrated()))
                    .isEqualTo("Completed");
        }
    }

    /** So that the test above would see a reference to them. */
    @Test
    void thePersistenceUnitsBeansNeedBoth() throws IOException {
        try (ServerWithoutJpa server = new ServerWithoutJpa()) {
            assertThatThrownBy(() ->
                            server.loadClass(SessionConnection.class.getName()).getDeclaredMethods())
                    .isInstanceOf(NoClassDefFoundError.class);
        }
    }
}
