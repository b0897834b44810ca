// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.benchmarks;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * A compiled source tree of this project, so that the store can be measured before and after a change in one run.
 *
 * @param folder of the tree, with {@code target/classes} in its modules
 */
record Build(String label, Path folder) {

    /** @throws IllegalArgumentException if nothing is compiled there */
    Build {
        if (!Files.isDirectory(folder.resolve("persistence/target/classes"))) {
            throw new IllegalArgumentException(
                    "No compiled source tree of this project: " + folder.toAbsolutePath() + ". Compile it first.");
        }
    }

    /** What the store needs the database to have. */
    String schema() throws IOException {
        return Files.readString(folder.resolve("docs/schema/postgresql.sql"));
    }

    /** The calls of this build's store. */
    Map<String, Callable<Object>> calls(DataSource pool) throws ReflectiveOperationException, IOException {
        @SuppressWarnings("unchecked")
        Function<DataSource, Map<String, Callable<Object>>> calls =
                (Function<DataSource, Map<String, Callable<Object>>>) loader().loadClass(ProductCalls.class.getName())
                        .getConstructor()
                        .newInstance();
        return calls.apply(pool);
    }

    private ClassLoader loader() throws MalformedURLException {
        URL[] classes = {
            folder.resolve("core/target/classes/").toUri().toURL(),
            folder.resolve("persistence/target/classes/").toUri().toURL(),
            ProductCalls.class.getProtectionDomain().getCodeSource().getLocation()
        };
        return new URLClassLoader(label, classes, Build.class.getClassLoader()) {

            /** The project's classes are this build's own, all others are shared. */
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                synchronized (getClassLoadingLock(name)) {
                    if (!name.startsWith("ee.idempotency.")) {
                        return super.loadClass(name, resolve);
                    }
                    Class<?> loaded = findLoadedClass(name);
                    return loaded == null ? findClass(name) : loaded;
                }
            }
        };
    }
}
