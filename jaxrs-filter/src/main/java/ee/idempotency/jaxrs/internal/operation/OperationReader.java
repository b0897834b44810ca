// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.operation;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.KeyPolicy;
import ee.idempotency.TransactionMode;
import ee.idempotency.engine.OperationOptions;
import ee.idempotency.jaxrs.annotation.FailurePolicy;
import ee.idempotency.jaxrs.annotation.RequestFingerprint;
import ee.idempotency.jaxrs.internal.fingerprint.PayloadFingerprints;
import ee.idempotency.jaxrs.internal.log.HttpLog;
import ee.idempotency.jaxrs.settings.FingerprintSettings;
import ee.idempotency.jaxrs.settings.HttpSettings;
import ee.idempotency.jaxrs.settings.KeySettings;
import ee.idempotency.jaxrs.settings.StatusSettings;
import ee.idempotency.spi.Binding;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a resource method says of its protection. Whatever cannot be read is an {@link IllegalStateException} that
 * names the method, so that the deployment stops.
 */
public final class OperationReader {

    private final Class<?> resourceClass;
    private final Method method;
    private final Optional<IdempotentOperation> annotation;

    public OperationReader(Class<?> resourceClass, Method method, Optional<IdempotentOperation> annotation) {
        this.resourceClass = resourceClass;
        this.method = method;
        this.annotation = annotation;
    }

    public ProtectedOperation read(String httpMethod, HttpSettings settings, OperationOptions defaults) {
        annotation.ifPresent(this::check);
        String template = pathTemplate();
        return new ProtectedOperation(
                method,
                name(httpMethod + " " + template),
                template,
                keyRequired(settings.key().use()),
                options(defaults),
                statuses(settings.statuses()),
                fingerprints(settings.fingerprint()));
    }

    private void check(IdempotentOperation operation) {
        if (!operation.key().isEmpty()) {
            throw wrong("key = \"" + operation.key() + "\" is for bean methods; over HTTP the key comes in a header");
        }
        if (!operation.fingerprint().isEmpty()) {
            throw wrong("fingerprint is for bean methods; over HTTP the whole request is compared");
        }
        if (operation.failOn().length > 0) {
            throw wrong("failOn is for bean methods; over HTTP the response is the outcome");
        }
        if (ResponseStyle.isInPieces(method)) {
            throw wrong(
                    "events and chunks cannot be stored and replayed, because nobody knows the last of them; let this"
                            + " method start the work and answer at once, and a GET tell of it");
        }
    }

    /** A sub-resource class has no path of its own; its name stands in, so that two of them do not share keys. */
    private String pathTemplate() {
        ResourceAnnotations annotations = new ResourceAnnotations(resourceClass, method);
        String methodPath = annotations.onMethod(Path.class).map(Path::value).orElse("");
        return annotations
                .onClass(Path.class)
                .map(path -> PathTemplate.of(path.value(), methodPath))
                .orElseGet(() -> "[" + resourceClass.getSimpleName() + "]" + PathTemplate.of("", methodPath));
    }

    private String name(String derived) {
        String name = annotation
                .map(IdempotentOperation::name)
                .filter(given -> !given.isEmpty())
                .orElse(derived);
        if (!Binding.isOperation(name)) {
            throw wrong("the operation's name \"" + name + "\" must have 1 to " + Binding.MAX_OPERATION_LENGTH
                    + " printable characters; set name");
        }
        return name;
    }

    private boolean keyRequired(KeySettings.Use use) {
        KeyPolicy policy = annotation.map(IdempotentOperation::keyPolicy).orElse(KeyPolicy.CONFIGURED);
        return policy == KeyPolicy.CONFIGURED ? use == KeySettings.Use.REQUIRED : policy == KeyPolicy.REQUIRED;
    }

    private OperationOptions options(OperationOptions defaults) {
        OperationOptions options;
        try {
            options = annotation.map(defaults::with).orElse(defaults);
        } catch (IllegalArgumentException notReadable) {
            throw wrong(String.valueOf(notReadable.getMessage()));
        }
        if (!options.mode().isTransactional() || !ResponseStyle.isOf(method)) {
            return options;
        }
        if (annotation.filter(given -> given.mode().length > 0).isPresent()) {
            HttpLog.modeNotPossible(method, options.mode());
        }
        return options.withMode(TransactionMode.INDEPENDENT);
    }

    private StatusRules statuses(StatusSettings settings) {
        ResourceAnnotations annotations = new ResourceAnnotations(resourceClass, method);
        try {
            return StatusRules.of(
                    annotations.onMethod(FailurePolicy.class).or(() -> annotations.onClass(FailurePolicy.class)),
                    settings);
        } catch (IllegalArgumentException notReadable) {
            throw wrong(FailurePolicy.class, String.valueOf(notReadable.getMessage()));
        }
    }

    private PayloadFingerprints fingerprints(FingerprintSettings settings) {
        List<RequestFingerprint> annotations =
                new ResourceAnnotations(resourceClass, method).nearest(RequestFingerprint.class);
        try {
            return PayloadFingerprints.of(annotations, settings);
        } catch (IllegalArgumentException notReadable) {
            throw wrong(RequestFingerprint.class, String.valueOf(notReadable.getMessage()));
        }
    }

    private IllegalStateException wrong(String what) {
        return wrong(IdempotentOperation.class, what);
    }

    private IllegalStateException wrong(Class<?> annotationType, String what) {
        return new IllegalStateException("@" + annotationType.getSimpleName() + " on " + resourceClass.getName() + "."
                + method.getName() + ": " + what);
    }
}
