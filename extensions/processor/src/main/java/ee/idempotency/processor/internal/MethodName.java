// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.processor.internal;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * A method, known by the same name in the source and in its class file.
 *
 * @param type the binary name of the class that declares it
 * @param name its name
 * @param parameters its erased parameters
 */
record MethodName(String type, String name, List<String> parameters) {

    static MethodName of(ExecutableElement method, Elements elements, Types types) {
        return new MethodName(
                elements.getBinaryName((TypeElement) method.getEnclosingElement())
                        .toString(),
                method.getSimpleName().toString(),
                method.getParameters().stream()
                        .map(parameter -> text(types.erasure(parameter.asType())))
                        .toList());
    }

    /** Annotations on uses of types are part of the text of a type. */
    private static String text(TypeMirror type) {
        return type.toString().replaceAll("@[\\w.]+(\\([^)]*\\))?,?\\s*", "");
    }

    static MethodName of(Method method) {
        return new MethodName(
                method.getDeclaringClass().getName(),
                method.getName(),
                Arrays.stream(method.getParameterTypes())
                        .map(type -> type.getCanonicalName() == null ? type.getName() : type.getCanonicalName())
                        .toList());
    }
}
