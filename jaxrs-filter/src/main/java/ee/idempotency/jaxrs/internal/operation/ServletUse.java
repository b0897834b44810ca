// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.operation;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Resources that can answer outside JAX-RS, where an answer cannot be kept, or read a request there. */
public final class ServletUse {

    private ServletUse() {}

    /** Whether a field of the class, or a parameter of the method, is a servlet response. */
    public static boolean ofResponse(Class<?> resourceClass, Method method) {
        return isIn(resourceClass, method, ServletResponse.class);
    }

    /** Whether a field of the class, or a parameter of the method, is a servlet request. */
    public static boolean ofRequest(Class<?> resourceClass, Method method) {
        return isIn(resourceClass, method, ServletRequest.class);
    }

    private static boolean isIn(Class<?> resourceClass, Method method, Class<?> wanted) {
        if (Arrays.stream(method.getParameterTypes()).anyMatch(wanted::isAssignableFrom)) {
            return true;
        }
        for (@Nullable Class<?> type = resourceClass; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (wanted.isAssignableFrom(field.getType())) {
                    return true;
                }
            }
        }
        return false;
    }
}
