// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import ee.idempotency.Idempotency;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.lang.annotation.Annotation;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** A small application in a plain JVM with the jars as they are, the in-memory store, and beans of the test. */
final class Deployed implements AutoCloseable {

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final Config config;
    private final WeldContainer container;

    Deployed(Map<String, String> settings, Class<?>... beans) {
        Map<String, String> all = new HashMap<>(settings);
        all.putIfAbsent("idempotency.store", "memory");
        config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build();
        ClassLoader loader = new URLClassLoader(new URL[0], before); // settings are those of a class loader
        Thread.currentThread().setContextClassLoader(loader);
        ConfigProviderResolver.instance().registerConfig(config, loader);
        Weld weld = new Weld().containerId(UUID.randomUUID().toString()).addBeanClasses(beans);
        try {
            container = weld.initialize();
        } catch (RuntimeException | Error failed) {
            weld.shutdown();
            forget();
            throw failed;
        }
    }

    static Deployed with(Class<?>... beans) {
        return new Deployed(Map.of("idempotency.metrics.operations", "pay"), beans);
    }

    <T> T get(Class<T> type, Annotation... qualifiers) {
        return container.select(type, qualifiers).get();
    }

    /** One call by a key. */
    String call(String operation, Object key) {
        return String.valueOf(
                get(Idempotency.class).operation(operation).key(key).execute(String.class, () -> "paid"));
    }

    @Override
    public void close() {
        container.close();
        forget();
    }

    private void forget() {
        ConfigProviderResolver.instance().releaseConfig(config);
        Thread.currentThread().setContextClassLoader(before);
    }
}
