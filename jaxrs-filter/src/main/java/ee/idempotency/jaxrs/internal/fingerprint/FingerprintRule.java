// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

import ee.idempotency.jaxrs.annotation.FingerprintStrategy;
import ee.idempotency.jaxrs.annotation.RequestFingerprint;
import java.util.List;

/**
 * One way to compare bodies.
 *
 * @param strategy whether as bytes or by content
 * @param selection what of a JSON document, if by content
 */
record FingerprintRule(FingerprintStrategy strategy, JsonSelection selection) {

    static FingerprintRule of(FingerprintStrategy strategy) {
        return new FingerprintRule(strategy, JsonSelection.ALL);
    }

    /**
     * As an annotation has it.
     *
     * @throws IllegalArgumentException if it cannot work; the message is for the application's developer
     */
    static FingerprintRule of(RequestFingerprint annotation) {
        JsonSelection selection = JsonSelection.of(List.of(annotation.include()), List.of(annotation.exclude()));
        if (annotation.value() == FingerprintStrategy.RAW && !selection.equals(JsonSelection.ALL)) {
            throw new IllegalArgumentException("include and exclude are for CONTENT; RAW compares every byte");
        }
        return new FingerprintRule(annotation.value(), selection);
    }
}
