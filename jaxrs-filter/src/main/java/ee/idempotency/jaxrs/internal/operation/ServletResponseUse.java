// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.operation;

import jakarta.servlet.ServletResponse;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Resources that can answer outside JAX-RS, where an answer cannot be kept. */
public final class ServletResponseUse {

    private ServletResponseUse() {}

    /** Whether a field of the class, or a parameter of the method, is a servlet response. */
    public static boolean isIn(Class<?> resourceClass, Method method) {
        if (Arrays.stream(method.getParameterTypes()).anyMatch(ServletResponse.class::isAssignableFrom)) {
            return true;
        }
        for (@Nullable Class<?> type = resourceClass; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (ServletResponse.class.isAssignableFrom(field.getType())) {
                    return true;
                }
            }
        }
        return false;
    }
}
