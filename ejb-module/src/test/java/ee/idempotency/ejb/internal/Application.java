// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.ejb.MessageDriven;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** A small application in a plain JVM: this module's beans, some of the test's own, and settings. */
final class Application implements AutoCloseable {

    /** As a server has it: message-driven beans are seen, and no beans of CDI. */
    static final class NoMessageDrivenBeans implements Extension {

        void veto(@Observes ProcessAnnotatedType<?> type) {
            if (type.getAnnotatedType().isAnnotationPresent(MessageDriven.class)) {
                type.veto();
            }
        }
    }

    private final Config config;
    private final WeldContainer container;

    private Application(Map<String, String> settings, List<Extension> extensions, Class<?>... beans) {
        config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
        ConfigProviderResolver.instance()
                .registerConfig(config, Thread.currentThread().getContextClassLoader());
        try {
            Weld weld = new Weld();
            extensions.forEach(weld::addExtension);
            container = weld.disableDiscovery()
                    .addExtension(new DeploymentCheck())
                    .addExtension(new NoMessageDrivenBeans())
                    .addBeanClasses(
                            ApplicationName.class,
                            Producers.class,
                            Surroundings.class,
                            Seams.class,
                            RequestState.class,
                            Sweep.class,
                            SweepSchedule.class,
                            IdempotentOperationInterceptor.class)
                    .addBeanClasses(beans)
                    .initialize();
        } catch (RuntimeException | Error failed) {
            ConfigProviderResolver.instance().releaseConfig(config);
            throw failed;
        }
    }

    /** Deploys with the in-memory store. */
    static Application deploy(Class<?>... beans) {
        return deploy(List.of(), beans);
    }

    /** Deploys with further extensions of CDI. */
    static Application deploy(List<Extension> extensions, Class<?>... beans) {
        return new Application(Map.of("idempotency.store", "memory"), extensions, beans);
    }

    /** Deploys with these settings only. */
    static Application deploy(Map<String, String> settings, Class<?>... beans) {
        return new Application(settings, List.of(), beans);
    }

    <T> T get(Class<T> type) {
        return container.select(type).get();
    }

    @Override
    public void close() {
        container.close();
        ConfigProviderResolver.instance().releaseConfig(config);
    }
}
