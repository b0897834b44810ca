// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.InvalidDeploymentException;
import ee.idempotency.TransactionMode;
import ee.idempotency.ejb.internal.ModuleSettings.StoreChoice;
import ee.idempotency.engine.EngineSettings;
import ee.idempotency.engine.OperationOptions;
import ee.idempotency.operation.AnnotatedMethod;
import ee.idempotency.operation.MethodChecks;
import ee.idempotency.operation.OperationCatalog;
import ee.idempotency.operation.OperationKind;
import ee.idempotency.settings.SettingsReader;
import ee.idempotency.spi.CallerResolver;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.JoinsTransactions;
import ee.idempotency.spi.ResultCodec;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessSessionBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Stops a deployment whose settings, annotations or modules cannot work, with one message that lists everything that is
 * wrong, so that it is corrected in one go.
 */
public class DeploymentCheck implements Extension {

    private final FoundMethods found = new FoundMethods();
    private final OperationCatalog operations = new OperationCatalog();
    private int stores;
    private boolean joinable;
    private boolean timerFound;
    private boolean callersAreNamed;
    private boolean hasCodec;
    private SeamServices services = SeamServices.none();

    /** Every class, not those with the annotation only: it may stand on an interface that a class implements. */
    void collect(@Observes ProcessAnnotatedType<?> type) {
        found.see(type);
    }

    /** Asked bean by bean: the bean manager of an extension does not see other archives on every server. */
    void count(@Observes ProcessBean<?> processed) {
        found.see(processed);
        timerFound |=
                processed instanceof ProcessSessionBean && processed.getBean().getBeanClass() == SweepTimer.class;
        callersAreNamed |= processed.getBean().getTypes().contains(CallerResolver.class);
        hasCodec |= processed.getBean().getTypes().contains(ResultCodec.class);
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
        OperationSettingsCheck.read(found, reader);
        DeploymentSettings settings = DeploymentSettings.check(reader, config);
        OperationOptions defaults = settings.engine().defaults();
        List<String> modules = new ArrayList<>();
        services = SeamServices.load(modules::add);
        ResultCodecs.problemOf(settings.module().resultCodec(), hasCodec, services.codecs())
                .ifPresent(reader::problem);
        boolean storeJoins = checkStore(reader, modules, settings.module(), defaults);
        List<String> annotations = new ArrayList<>();
        new UnseenCalls(found).problems().forEach(annotations::add);
        annotations.addAll(found.misplaced());
        BeanChecks checks = new BeanChecks(settings.engine(), storeJoins, callersAreNamed);
        for (AnnotatedMethod method : found.ofBeans()) {
            annotations.addAll(checks.problemsOf(method));
            if (method.kind() != OperationKind.RESOURCE_METHOD
                    && defaults.problemsOf(method.annotation()).isEmpty()) {
                operations.add(checks.operation(method)).ifPresent(annotations::add);
            }
        }
        checks.missingModules(found.ofBeans()).ifPresent(modules::add);
        finish(validation, annotations, reader.problems(), modules);
    }

    private void finish(
            AfterDeploymentValidation validation,
            List<String> annotations,
            List<String> settings,
            List<String> modules) {
        if (annotations.isEmpty() && settings.isEmpty() && modules.isEmpty()) {
            operations.all().forEach(WiringLog::operationProtected);
        } else {
            validation.addDeploymentProblem(new InvalidDeploymentException(annotations, settings, modules));
        }
    }

    Set<Class<?>> beanClasses() {
        return found.beanClasses();
    }

    OperationCatalog operations() {
        return operations;
    }

    /** Whether the server has taken {@link SweepTimer} for an EJB, so that it starts it. */
    boolean hasSweepTimer() {
        return timerFound;
    }

    SeamServices services() {
        return services;
    }

    /** Whether the store takes part in transactions; where it is not known, the only complaint is about the store. */
    private boolean checkStore(
            SettingsReader reader, List<String> modules, ModuleSettings settings, OperationOptions defaults) {
        boolean deployed = settings.store() == StoreChoice.DEPLOYED;
        if (deployed && stores != 1) {
            modules.add(ModuleSettings.STORE + " = deployed: there must be exactly one store module, not " + stores
                    + "; add idempotency-persistence, or choose memory");
            return true;
        }
        boolean joins = deployed && joinable;
        if (!joins && defaults.mode().isTransactional()) {
            reader.problem(
                    EngineSettings.MODE + " = " + spelling(defaults.mode()) + ": " + MethodChecks.NEEDS_JOINABLE_STORE);
        }
        return joins;
    }

    private static String spelling(TransactionMode mode) {
        return mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
