// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.processor.internal;

import ee.idempotency.operation.AnnotatedMethod;
import ee.idempotency.operation.OperationKind;
import ee.idempotency.operation.OperationReader;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds calls of protected methods that no interceptor sees. */
final class PastTheContainer {

    private final ClassLoader classes;
    private final Reports reports;

    PastTheContainer(ClassLoader classes, Reports reports) {
        this.classes = classes;
        this.reports = reports;
    }

    void check(SelfCall call) {
        read(call.type())
                .ifPresent(reader -> protectedMethods(reader)
                        .filter(method -> method.declarationsContain(call.called()))
                        .filter(method -> !isItsOwn(call, method))
                        .findFirst()
                        .ifPresent(method -> reports.add(
                                call.place(),
                                SourceRule.SELF_CALL.ruleName(),
                                "this call of " + call.called().name()
                                        + " on the object itself is not intercepted, so nothing"
                                        + " protects it; call it through an injected reference, or use Idempotency")));
    }

    /** A method that calls itself, or the one it overrides, is under its own claim. */
    private static boolean isItsOwn(SelfCall call, ProtectedName method) {
        MethodName caller = call.caller();
        return caller != null && method.declarationsContain(caller);
    }

    void check(NewObject made) {
        read(made.type())
                .filter(reader -> protectedMethods(reader).findFirst().isPresent())
                .ifPresent(reader -> reports.add(
                        made.place(),
                        SourceRule.NEW_OBJECT.ruleName(),
                        "calls of an object that was made by new are not intercepted, so nothing protects its methods;"
                                + " let it be injected"));
    }

    private Optional<OperationReader> read(String type) {
        try {
            Class<?> loaded = Class.forName(type, false, classes);
            return OperationReader.carriesAnnotation(loaded)
                    ? Optional.of(new OperationReader(loaded))
                    : Optional.empty();
        } catch (ClassNotFoundException | LinkageError | TypeNotPresentException incomplete) {
            return Optional.empty(); // reported where the class is, if it is one of this compilation
        }
    }

    /** Those of beans: that of a resource is protected by a filter, which a call of it never meets anyhow. */
    private static Stream<ProtectedName> protectedMethods(OperationReader reader) {
        return reader.methods().stream()
                .filter(method -> method.kind() != OperationKind.RESOURCE_METHOD)
                .map(ProtectedName::new);
    }

    private record ProtectedName(AnnotatedMethod method) {

        boolean declarationsContain(MethodName name) {
            List<Method> declarations = method.declarations();
            return declarations.stream().map(MethodName::of).anyMatch(name::equals);
        }
    }
}
