// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/** Services that a jar of the application would name. */
final class Services {

    private Services() {}

    /** Runs a test where the thread's class loader finds {@code services} of a kind, and none of others. */
    static void with(Path directory, Class<?> kind, String services, Runnable test) throws IOException {
        URL file = Files.writeString(directory.resolve(kind.getName()), services)
                .toUri()
                .toURL();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(new ClassLoader(before) {

            @Override
            protected Enumeration<URL> findResources(String name) {
                return name.endsWith("/" + kind.getName())
                        ? Collections.enumeration(List.of(file))
                        : Collections.emptyEnumeration();
            }
        });
        try {
            test.run();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
