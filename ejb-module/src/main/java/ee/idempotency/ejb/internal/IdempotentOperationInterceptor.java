// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.spi.CurrentClaim;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hands a call of an {@link IdempotentOperation} method to the engine. It stands outside {@code @Transactional}, whose
 * priority is {@code PLATFORM_BEFORE + 200}, in whatever order the two are written. So the method's own transaction begins
 * and ends inside: under INDEPENDENT between claim and outcome, under JOINED and ONE_COMMIT as the one that the engine has
 * begun. The transaction of an EJB that the container manages begins before every interceptor, and is joined like any
 * caller's.
 */
@Interceptor
@IdempotentOperation
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class IdempotentOperationInterceptor {

    @Inject
    Producers wiring;

    @AroundInvoke
    @AroundTimeout
    @Nullable
    Object call(InvocationContext invocation) throws Exception {
        Components assembly = wiring.assembly();
        Optional<ProtectedMethod> found =
                assembly.methods().find(invocation.getTarget().getClass(), invocation.getMethod());
        if (found.isEmpty()) {
            return invocation.proceed();
        }
        ProtectedMethod method = found.get();
        if (method.isForFilter()) {
            method.checkAdmitted(assembly.engine().calls());
            return invocation.proceed();
        }
        String tenant = assembly.tenants().currentTenant();
        String caller = method.caller(assembly.callers());
        @Nullable Object[] arguments = invocation.getParameters();
        if (CurrentClaim.isOf(tenant, method.operation(), () -> method.binding(tenant, caller, arguments))) {
            return invocation.proceed();
        }
        return assembly.engine()
                .execute(
                        method.binding(tenant, caller, arguments),
                        method.fingerprint(assembly.codec(), arguments),
                        method.options(),
                        method.method().resultType(),
                        invocation::proceed,
                        RereadCall.of(method.method(), invocation.getTarget(), arguments));
    }
}
