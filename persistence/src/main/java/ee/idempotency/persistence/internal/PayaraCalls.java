// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Payara's and GlassFish's idea of the component that is being called. Its pools ask the call, not the transaction
 * manager, which transaction a connection is for.
 *
 * @param manager an {@code org.glassfish.api.invocation.InvocationManager}
 * @param current its question for the current call
 * @param getTransaction asks the call
 * @param setTransaction This method sets the transaction of the call.
 */
record PayaraCalls(Object manager, Method current, Method getTransaction, Method setTransaction) {

    /** Those of this server; empty if it has none. */
    static Optional<PayaraCalls> find() {
        try {
            Class<?> managerType = Class.forName("org.glassfish.api.invocation.InvocationManager");
            Class<?> callType = Class.forName("org.glassfish.api.invocation.ComponentInvocation");
            Object manager = Class.forName("org.glassfish.internal.api.Globals")
                    .getMethod("get", Class.class)
                    .invoke(null, managerType);
            return manager == null
                    ? Optional.empty()
                    : Optional.of(new PayaraCalls(
                            manager,
                            managerType.getMethod("getCurrentInvocation"),
                            callType.getMethod("getTransaction"),
                            callType.getMethod("setTransaction", Object.class)));
        } catch (ReflectiveOperationException otherServer) {
            return Optional.empty();
        }
    }

    /** Runs {@code work} while the current call is known to be in the thread's transaction. */
    void runInTransaction(TransactionManager transactions, Runnable work) {
        try {
            Object call = current.invoke(manager);
            if (call == null) {
                work.run();
                return;
            }
            Object before = getTransaction.invoke(call);
            setTransaction.invoke(call, transactions.getTransaction());
            try {
                work.run();
            } finally {
                restore(call, before);
            }
        } catch (ReflectiveOperationException | SystemException unknown) {
            throw new IllegalStateException("The server does not report its transaction", unknown);
        }
    }

    private void restore(Object call, @Nullable Object before) throws ReflectiveOperationException {
        setTransaction.invoke(call, before);
    }
}
