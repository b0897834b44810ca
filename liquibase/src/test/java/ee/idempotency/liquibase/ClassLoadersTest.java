// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S9: the applications of one server, each with classes of its own")
class ClassLoadersTest {

    private static final int APPLICATIONS = 3;

    @EveryDatabase
    void applicationsThatStartTogetherMigrateOnce(DatabaseKind kind) throws Exception {
        DataSource dataSource = kind.empty();
        CyclicBarrier start = new CyclicBarrier(APPLICATIONS);
        ExecutorService server = Executors.newFixedThreadPool(APPLICATIONS);
        List<Application> applications = new ArrayList<>();
        try {
            List<Future<Integer>> deployments = new ArrayList<>();
            for (int number = 0; number < APPLICATIONS; number++) {
                Application application = new Application();
                applications.add(application);
                deployments.add(server.submit(() -> {
                    start.await();
                    return application.migrate(dataSource);
                }));
            }
            List<Integer> applied = new ArrayList<>();
            for (Future<Integer> deployment : deployments) {
                applied.add(deployment.get());
            }
            assertThat(applied)
                    .containsOnlyOnce(SchemaMigrator.migrate(kind.empty()))
                    .contains(0);
        } finally {
            server.shutdownNow();
            for (Application application : applications) {
                application.close();
            }
        }
    }

    /** Payara keeps the thread that deploys, and threads of its pools that this one starts meanwhile. */
    @Test
    void nothingHoldsTheClassesOfAnApplicationThatWasUndeployed() throws Exception {
        DataSource dataSource = Databases.H2.migrated();
        ExecutorService deployer = Executors.newSingleThreadExecutor();
        ExecutorService pool =
                deployer.submit(() -> Executors.newSingleThreadExecutor()).get();
        try {
            ReferenceQueue<Application> collected = new ReferenceQueue<>();
            PhantomReference<Application> undeployed =
                    deployer.submit(() -> deploy(dataSource, pool, collected)).get();
            for (int tries = 0; tries < 50 && !undeployed.refersTo(null); tries++) {
                System.gc();
                if (collected.remove(100) != null) {
                    return;
                }
            }
            assertThat(undeployed.refersTo(null)).isTrue();
        } finally {
            pool.shutdownNow();
            deployer.shutdownNow();
        }
    }

    private static PhantomReference<Application> deploy(
            DataSource dataSource, ExecutorService pool, ReferenceQueue<Application> collected) throws Exception {
        try (Application application = new Application()) {
            DatabaseKind.execute(dataSource, "drop all objects");
            assertThat(application.migrate(dataSource)).isPositive();
            pool.submit(Thread::currentThread).get();
            return new PhantomReference<>(application, collected);
        }
    }

    /** Loads the migrator and Liquibase for itself; drivers and the JDK are the server's. */
    private static final class Application extends URLClassLoader {

        Application() {
            super(classPath(), Application.class.getClassLoader());
        }

        int migrate(DataSource dataSource) throws ReflectiveOperationException {
            Class<?> own = loadClass(SchemaMigrator.class.getName());
            assertThat(own).isNotSameAs(SchemaMigrator.class);
            return (int) own.getMethod("migrate", DataSource.class).invoke(null, dataSource);
        }

        @Override
        protected Class<?> loadClass(String name, boolean isResolved) throws ClassNotFoundException {
            if (!name.startsWith("liquibase.") && !name.startsWith("ee.idempotency.")) {
                return super.loadClass(name, isResolved);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }

        private static URL[] classPath() {
            return List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                    .map(Application::url)
                    .toArray(URL[]::new);
        }

        private static URL url(String entry) {
            try {
                return Path.of(entry).toUri().toURL();
            } catch (MalformedURLException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
