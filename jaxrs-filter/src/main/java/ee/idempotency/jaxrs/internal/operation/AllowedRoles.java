// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.operation;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may call a resource method, as the security annotations say (Jakarta Annotations 2.1, section 2.12): those of the
 * method, else of the class that declares it. A container that looks at them when it calls the method, as that of EJBs does,
 * would not look at a replay. This can only refuse: what it permits may still be refused by others.
 *
 * @param everybody whether nothing is said, or {@link PermitAll}
 * @param roles one of which a caller must have; none for {@link DenyAll}
 */
public record AllowedRoles(boolean everybody, List<String> roles) {

    /** Copies the list. */
    public AllowedRoles {
        roles = List.copyOf(roles);
    }

    /** Any caller that is authenticated (Jakarta Security). */
    private static final String AUTHENTICATED = "**";

    private static final AllowedRoles ALL = new AllowedRoles(true, List.of());

    /** As the annotations of {@code method} say, where it is called on an instance of {@code resourceClass}. */
    public static AllowedRoles of(Class<?> resourceClass, Method method) {
        for (@Nullable Class<?> type = resourceClass; type != null; type = type.getSuperclass()) {
            Method declared = declared(type, method);
            if (declared != null && !isGenerated(type)) {
                AllowedRoles own = read(declared);
                AllowedRoles ofClass = own == null ? read(type) : own;
                return ofClass == null ? ALL : ofClass;
            }
        }
        return ALL;
    }

    private static @Nullable Method declared(Class<?> type, Method method) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(each -> !each.isBridge()
                        && each.getName().equals(method.getName())
                        && Arrays.equals(each.getParameterTypes(), method.getParameterTypes()))
                .findFirst()
                .orElse(null);
    }

    /** Subclasses that containers generate override methods without their annotations. */
    private static boolean isGenerated(Class<?> type) {
        return type.isSynthetic()
                || type.getName().contains("$$")
                || type.getName().contains("$Proxy$");
    }

    private static @Nullable AllowedRoles read(AnnotatedElement element) {
        if (element.isAnnotationPresent(DenyAll.class)) {
            return new AllowedRoles(false, List.of());
        }
        RolesAllowed allowed = element.getAnnotation(RolesAllowed.class);
        if (allowed != null) {
            return new AllowedRoles(false, List.of(allowed.value()));
        }
        return element.isAnnotationPresent(PermitAll.class) ? ALL : null;
    }

    /** Whether the caller has one of them. */
    public boolean permit(@Nullable SecurityContext caller) {
        return everybody || (caller != null && roles.stream().anyMatch(role -> has(caller, role)));
    }

    private static boolean has(SecurityContext caller, String role) {
        return role.equals(AUTHENTICATED) ? caller.getUserPrincipal() != null : caller.isUserInRole(role);
    }
}
