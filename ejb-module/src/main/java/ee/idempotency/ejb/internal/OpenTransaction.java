// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.BooleanSupplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Tells whether the calling thread is inside a JTA transaction; works for EJBs too, which may not ask for theirs. */
final class OpenTransaction {

    private static final String REGISTRY = "java:comp/TransactionSynchronizationRegistry";

    private OpenTransaction() {}

    /** The question, to the container's registry; always no where there is none. */
    @SuppressWarnings("BanJNDI") // a constant name of the specification, in the component's own context
    static BooleanSupplier ofContainer() {
        try {
            var registry = (TransactionSynchronizationRegistry) new InitialContext().lookup(REGISTRY);
            return () -> registry.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
        } catch (NamingException noTransactions) {
            return () -> false;
        }
    }
}
