// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.InvalidSettingsException;
import ee.idempotency.ejb.ModuleSettings;
import ee.idempotency.ejb.ModuleSettings.StoreChoice;
import ee.idempotency.engine.OperationOptions;
import ee.idempotency.settings.SettingsReader;
import ee.idempotency.spi.IdempotencyStore;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Stops a deployment whose settings, annotations or modules cannot work, with one message that lists everything that is
 * wrong, so that it is corrected in one go.
 */
public final class DeploymentCheck implements Extension {

    private final Set<Class<?>> annotated = new LinkedHashSet<>();
    private int stores;

    void collect(@Observes @WithAnnotations(IdempotentOperation.class) ProcessAnnotatedType<?> type) {
        annotated.add(type.getAnnotatedType().getJavaClass());
    }

    /** Asked bean by bean: the bean manager of an extension does not see other archives on every server. */
    void count(@Observes ProcessBean<?> processed) {
        if (processed.getBean().getTypes().contains(IdempotencyStore.class)) {
            stores++;
        }
    }

    void check(@Observes AfterDeploymentValidation validation) {
        Config config = ConfigProvider.getConfig();
        SettingsReader reader = DeploymentSettings.reader(config);
        DeploymentSettings settings = DeploymentSettings.check(reader, config);
        checkStore(reader, settings.module());
        OperationOptions defaults = settings.engine().defaults();
        annotated.forEach(type -> OperationChecks.check(type, defaults).forEach(reader::problem));
        try {
            reader.finish();
        } catch (InvalidSettingsException invalid) {
            validation.addDeploymentProblem(invalid);
        }
    }

    private void checkStore(SettingsReader reader, ModuleSettings settings) {
        if (settings.store() == StoreChoice.DEPLOYED && stores != 1) {
            reader.problem(ModuleSettings.STORE + " = deployed: there must be exactly one store module, not " + stores
                    + "; add idempotency-persistence, or choose memory");
        }
    }
}
