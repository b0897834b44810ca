// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.operation;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.InvalidDeploymentException;
import ee.idempotency.KeyPolicy;
import ee.idempotency.TransactionMode;
import ee.idempotency.engine.EngineSettings;
import ee.idempotency.engine.OperationOptions;
import ee.idempotency.issued.IssuedSettings;
import ee.idempotency.jaxrs.annotation.FailurePolicy;
import ee.idempotency.jaxrs.annotation.RequestFingerprint;
import ee.idempotency.jaxrs.internal.fingerprint.PayloadFingerprints;
import ee.idempotency.jaxrs.internal.log.HttpLog;
import ee.idempotency.jaxrs.internal.settings.HttpSettings;
import ee.idempotency.jaxrs.internal.settings.KeySettings;
import ee.idempotency.jaxrs.internal.settings.Profile;
import ee.idempotency.operation.AnnotatedMethod;
import ee.idempotency.operation.KeySource;
import ee.idempotency.operation.MethodChecks;
import ee.idempotency.operation.OperationKind;
import ee.idempotency.operation.OperationReader;
import ee.idempotency.operation.ResponseStyle;
import ee.idempotency.spi.Binding;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a resource method says of its protection. Whatever cannot be read is an {@link InvalidDeploymentException}
 * that lists all of it and names the method, so that the deployment stops.
 */
public final class ResourceReader {

    private final Class<?> resourceClass;
    private final Method method;
    private final Optional<AnnotatedMethod> annotated;
    private final ResourceAnnotations annotations;
    private final List<AnnotatedMethod> locators;
    private final List<String> problems = new ArrayList<>();

    /** A reader of one method, as {@code reader} finds it. */
    public ResourceReader(Class<?> resourceClass, Method method, OperationReader reader) {
        this.resourceClass = resourceClass;
        this.method = method;
        this.annotated = reader.find(method);
        this.annotations = new ResourceAnnotations(reader, method);
        this.locators = reader.methods().stream()
                .filter(found -> found.isOfMethod() && found.httpMethod().isEmpty())
                .filter(found -> found.kind() == OperationKind.RESOURCE_METHOD)
                .toList();
    }

    /**
     * Reads all of it.
     *
     * @param application the path of its JAX-RS application, without slashes at its ends; null if nobody knows it
     * @param storeJoins whether the store takes part in transactions
     * @throws InvalidDeploymentException listing everything that is wrong
     */
    public ProtectedOperation read(
            String httpMethod,
            @Nullable String application,
            HttpSettings settings,
            EngineSettings protection,
            boolean storeJoins) {
        OperationOptions defaults = protection.defaults();
        annotated.ifPresent(found -> problems.addAll(MethodChecks.check(found, defaults, storeJoins)));
        locators.forEach(found -> problems.addAll(MethodChecks.check(found, defaults, storeJoins)));
        String template = pathTemplate();
        String name = name(httpMethod + " " + ProtectedOperation.path(application, template));
        StatusRules statuses = orElse(
                FailurePolicy.class,
                () -> StatusRules.of(
                        annotations.onMethod(FailurePolicy.class).or(() -> annotations.onClass(FailurePolicy.class)),
                        settings.statuses()),
                () -> StatusRules.of(Optional.empty(), settings.statuses()));
        PayloadFingerprints fingerprints = orElse(
                RequestFingerprint.class,
                () -> PayloadFingerprints.of(annotations.nearest(RequestFingerprint.class), settings.fingerprint()),
                () -> PayloadFingerprints.of(List.of(), settings.fingerprint()));
        checkIssued(settings.issued(), protection, name);
        boolean keyRequired = keyRequired(settings.key().use());
        if (!keyRequired && settings.profile().demandsKeys()) {
            problems.add(at(
                    IdempotentOperation.class,
                    "the profile that " + Profile.PROFILE
                            + " sets demands a key of every request; leave keyPolicy out"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidDeploymentException(problems, List.of(), List.of());
        }
        return new ProtectedOperation(
                method,
                name,
                annotated.flatMap(AnnotatedMethod::givenName).isPresent(),
                application,
                template,
                settings.keySources()
                        .apply(
                                name,
                                annotated
                                        .map(found -> KeySource.of(found.annotation()))
                                        .orElse(KeySource.USUAL)),
                keyRequired,
                isIssued(),
                options(protection.options(name, annotated.map(AnnotatedMethod::annotation))),
                statuses,
                fingerprints);
    }

    /** A sub-resource class has no path of its own; its name stands in, so that two of them do not share keys. */
    private String pathTemplate() {
        String methodPath = annotations.onMethod(Path.class).map(Path::value).orElse("");
        return annotations
                .onClass(Path.class)
                .map(path -> PathTemplate.of(path.value(), methodPath))
                .orElseGet(() -> "[" + resourceClass.getName() + "]" + PathTemplate.of("", methodPath));
    }

    private String name(String derived) {
        String name = annotated.flatMap(AnnotatedMethod::givenName).orElse(derived);
        if (!Binding.isOperation(name)
                && annotated.flatMap(AnnotatedMethod::givenName).isEmpty()) {
            problems.add(at(
                    IdempotentOperation.class,
                    "its derived name '" + name + "' has more than " + Binding.MAX_OPERATION_LENGTH
                            + " printable characters, or others; set name"));
        }
        return name;
    }

    private boolean keyRequired(KeySettings.Use use) {
        KeyPolicy policy =
                annotated.map(found -> found.annotation().keyPolicy()).orElse(KeyPolicy.CONFIGURED);
        return policy == KeyPolicy.CONFIGURED ? use == KeySettings.Use.REQUIRED : policy != KeyPolicy.OPTIONAL;
    }

    private boolean isIssued() {
        return annotated
                .filter(found -> found.annotation().keyPolicy() == KeyPolicy.ISSUED)
                .isPresent();
    }

    private void checkIssued(IssuedSettings issued, EngineSettings protection, String name) {
        if (!isIssued()) {
            return;
        }
        if (issued.keys().isEmpty()) {
            problems.add(at(
                    IdempotentOperation.class,
                    "keyPolicy ISSUED needs " + IssuedSettings.KEYS + ", and there are none"));
        }
        if (!problems.isEmpty()) {
            return; // the retention may be what cannot be read
        }
        OperationOptions options = protection.options(name, annotated.map(AnnotatedMethod::annotation));
        Duration least = issued.retentionOf(issued.lifetime());
        if (options.retention().compareTo(least) < 0) {
            problems.add(at(
                    IdempotentOperation.class,
                    "the retention " + options.retention() + " must be at least " + least
                            + ", the lifetime of an issued"
                            + " key and twice the skew, so that a record outlives its key"));
        }
    }

    private OperationOptions options(OperationOptions options) {
        if (!options.mode().isTransactional() || !ResponseStyle.isDeferred(method)) {
            return options;
        }
        if (annotated.filter(found -> found.annotation().mode().length > 0).isPresent()) {
            HttpLog.modeNotPossible(method, options.mode());
        }
        return options.withMode(TransactionMode.INDEPENDENT);
    }

    private <T> T orElse(Class<?> annotationType, Supplier<T> read, Supplier<T> otherwise) {
        try {
            return read.get();
        } catch (IllegalArgumentException notReadable) {
            problems.add(at(annotationType, String.valueOf(notReadable.getMessage())));
            return otherwise.get();
        }
    }

    private String at(Class<?> annotationType, String what) {
        return "@" + annotationType.getSimpleName() + " on " + resourceClass.getName() + "." + method.getName() + ": "
                + what;
    }
}
