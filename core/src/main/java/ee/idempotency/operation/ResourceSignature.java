// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.operation;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What JAX-RS makes of a method: its annotations may stand on the method, or on one that it overrides or implements. */
final class ResourceSignature {

    private ResourceSignature() {}

    /** Whether JAX-RS calls it, for an answer or for a sub-resource. */
    static boolean isCalledByJaxRs(List<Method> declarations) {
        return httpMethod(declarations).isPresent() || Declarations.carry(declarations, Set.of(JakartaNames.PATH));
    }

    /** Its HTTP method; empty for one that is none, or only locates a sub-resource. */
    static Optional<String> httpMethod(List<Method> declarations) {
        return Declarations.annotations(declarations)
                .map(Annotation::annotationType)
                .flatMap(type -> Arrays.stream(type.getAnnotations()))
                .filter(meta -> meta.annotationType().getName().equals(JakartaNames.HTTP_METHOD))
                .map(NamedAnnotation::valueOf)
                .findFirst();
    }
}
