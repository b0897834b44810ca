// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;

/**
 * What Payara's interceptor of {@code @Transactional} does to the component that calls: it forbids it {@code
 * UserTransaction} during the call, and afterwards gives it back the right that it kept in a field.
 */
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class PayaraLikeTransactional {

    /** What the calling thread's component may do. */
    static final ThreadLocal<String> RIGHT = new ThreadLocal<>();

    private String before;

    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
        before = RIGHT.get();
        RIGHT.set("nothing");
        try {
            return call.proceed();
        } finally {
            RIGHT.set(before);
        }
    }
}
