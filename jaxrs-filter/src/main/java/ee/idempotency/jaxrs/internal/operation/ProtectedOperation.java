// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.operation;

import ee.idempotency.engine.OperationOptions;
import ee.idempotency.jaxrs.internal.fingerprint.PayloadFingerprints;
import java.lang.reflect.Method;

/**
 * A resource method that is protected; all of it is known at deployment.
 *
 * @param method the resource method
 * @param name the operation's stable name
 * @param application the path of its JAX-RS application, without slashes at its ends; empty if nobody knows it
 * @param pathTemplate the template of its path, relative to the application
 * @param keyRequired whether a request must bring a key
 * @param options lease, retention, what follows a lost lease, and the mode that is possible for the method
 * @param statuses which of its answers are outcomes
 * @param fingerprints how the payloads of two requests are compared
 */
public record ProtectedOperation(
        Method method,
        String name,
        String application,
        String pathTemplate,
        boolean keyRequired,
        OperationOptions options,
        StatusRules statuses,
        PayloadFingerprints fingerprints) {}
