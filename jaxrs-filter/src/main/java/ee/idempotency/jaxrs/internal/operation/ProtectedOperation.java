// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.operation;

import ee.idempotency.engine.OperationOptions;
import ee.idempotency.jaxrs.internal.fingerprint.PayloadFingerprints;
import ee.idempotency.operation.KeySource;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * A resource method that is protected; all of it is known at deployment, but for the path of its application, of which
 * requests know more.
 *
 * @param method the resource method
 * @param name the operation's stable name
 * @param isNamed whether a developer has given the name; else it is made of method and path
 * @param application the path of its JAX-RS application, without slashes at its ends; null if nobody knows it
 * @param pathTemplate the template of its path, relative to the application
 * @param key where the key of a request is
 * @param keyRequired whether a request must bring a key
 * @param keyIssued whether this server must have issued it
 * @param options lease, retention, what follows a lost lease, and the mode that is possible for the method
 * @param statuses which of its answers are outcomes
 * @param fingerprints how the payloads of two requests are compared
 */
public record ProtectedOperation(
        Method method,
        String name,
        boolean isNamed,
        @Nullable String application,
        String pathTemplate,
        KeySource key,
        boolean keyRequired,
        boolean keyIssued,
        OperationOptions options,
        StatusRules statuses,
        PayloadFingerprints fingerprints) {

    /** The path in a derived name. */
    static String path(@Nullable String application, String template) {
        return application == null || application.isEmpty() ? template : PathTemplate.of(application, template);
    }

    /**
     * The same as a request shows it. What is known at deployment may be another application of the same WAR: Open Liberty
     * injects the one that it started first.
     *
     * @param path the path of the application that the request is for; null if the request does not show it
     */
    public ProtectedOperation in(@Nullable String path) {
        if (path == null || path.equals(application)) {
            return this;
        }
        String httpMethod = name.substring(0, name.indexOf(' ') + 1);
        return new ProtectedOperation(
                method,
                isNamed ? name : httpMethod + path(path, pathTemplate),
                isNamed,
                path,
                pathTemplate,
                key,
                keyRequired,
                keyIssued,
                options,
                statuses,
                fingerprints);
    }
}
