// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.InvalidSettingsException;
import ee.idempotency.TransactionMode;
import ee.idempotency.ejb.ModuleSettings;
import ee.idempotency.ejb.ModuleSettings.StoreChoice;
import ee.idempotency.engine.EngineSettings;
import ee.idempotency.engine.OperationOptions;
import ee.idempotency.settings.SettingsReader;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.JoinsTransactions;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.util.LinkedHashSet;
import java.util.Locale;
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
    private boolean joinable;

    void collect(@Observes @WithAnnotations(IdempotentOperation.class) ProcessAnnotatedType<?> type) {
        annotated.add(type.getAnnotatedType().getJavaClass());
    }

    /** Asked bean by bean: the bean manager of an extension does not see other archives on every server. */
    void count(@Observes ProcessBean<?> processed) {
        if (processed.getBean().getTypes().contains(IdempotencyStore.class)) {
            stores++;
            joinable |= declaresJoining(processed);
        }
    }

    /** On the producer, or on a class of the bean; a bean that an extension adds may have the latter only. */
    private static boolean declaresJoining(ProcessBean<?> processed) {
        Annotated annotated = processed.getAnnotated();
        return (annotated != null && annotated.isAnnotationPresent(JoinsTransactions.class))
                || processed.getBean().getTypes().stream()
                        .anyMatch(type ->
                                type instanceof Class<?> named && named.isAnnotationPresent(JoinsTransactions.class));
    }

    void check(@Observes AfterDeploymentValidation validation) {
        Config config = ConfigProvider.getConfig();
        SettingsReader reader = DeploymentSettings.reader(config);
        DeploymentSettings settings = DeploymentSettings.check(reader, config);
        OperationOptions defaults = settings.engine().defaults();
        boolean storeJoins = checkStore(reader, settings.module(), defaults);
        annotated.forEach(
                type -> OperationChecks.check(type, defaults, storeJoins).forEach(reader::problem));
        try {
            reader.finish();
        } catch (InvalidSettingsException invalid) {
            validation.addDeploymentProblem(invalid);
        }
    }

    /** Whether the store takes part in transactions; where it is not known, the only complaint is about the store. */
    private boolean checkStore(SettingsReader reader, ModuleSettings settings, OperationOptions defaults) {
        boolean deployed = settings.store() == StoreChoice.DEPLOYED;
        if (deployed && stores != 1) {
            reader.problem(ModuleSettings.STORE + " = deployed: there must be exactly one store module, not " + stores
                    + "; add idempotency-persistence, or choose memory");
            return true;
        }
        boolean joins = deployed && joinable;
        if (!joins && defaults.mode().isTransactional()) {
            reader.problem(EngineSettings.MODE + " = " + spelling(defaults.mode()) + ": "
                    + OperationChecks.NEEDS_JOINABLE_STORE);
        }
        return joins;
    }

    private static String spelling(TransactionMode mode) {
        return mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
