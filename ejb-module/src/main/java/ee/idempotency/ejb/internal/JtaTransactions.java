// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.spi.Transactions;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * JTA. Questions and marks go through the registry, which works everywhere, also in an EJB whose transactions the
 * container manages; beginning and ending go through {@link UserTransaction}, which such an EJB must not use.
 */
@SuppressWarnings("BanJNDI") // constant names of the specification, in the component's own context
final class JtaTransactions implements Transactions {

    private static final String REGISTRY = "java:comp/TransactionSynchronizationRegistry";
    private static final String USER_TRANSACTION = "java:comp/UserTransaction";

    private final TransactionSynchronizationRegistry registry;

    private JtaTransactions(TransactionSynchronizationRegistry registry) {
        this.registry = registry;
    }

    /** The container's; none where it has no registry. */
    static Transactions ofContainer() {
        try {
            return new JtaTransactions((TransactionSynchronizationRegistry) new InitialContext().lookup(REGISTRY));
        } catch (NamingException noTransactions) {
            return Transactions.none();
        }
    }

    @Override
    public boolean isOpen() {
        return registry.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
    }

    @Override
    public @Nullable Object key() {
        return registry.getTransactionKey();
    }

    @Override
    public void begin() {
        try {
            userTransaction().begin();
        } catch (NotSupportedException | SystemException failed) {
            throw new IllegalStateException("No transaction could be begun", failed);
        }
    }

    @Override
    public void commit() throws CommitFailedException {
        try {
            userTransaction().commit();
        } catch (RollbackException | HeuristicRollbackException rolledBack) {
            throw new CommitFailedException(true, rolledBack);
        } catch (Exception unknown) { // what a transaction manager throws when a connection is lost is its own affair
            throw new CommitFailedException(false, unknown);
        } finally {
            rollback();
        }
    }

    @Override
    public void rollback() {
        try {
            if (isOpen()) {
                userTransaction().rollback();
            }
        } catch (SystemException | RuntimeException failed) {
            WiringLog.rollbackFailed(failed);
        }
    }

    @Override
    public void markForRollback() {
        registry.setRollbackOnly();
    }

    @Override
    public boolean isMarkedForRollback() {
        int status = registry.getTransactionStatus();
        return status != Status.STATUS_ACTIVE;
    }

    @Override
    public void onEnd(EndListener listener) {
        registry.registerInterposedSynchronization(new Synchronization() {

            @Override
            public void beforeCompletion() {
                // only the end matters
            }

            @Override
            public void afterCompletion(int status) {
                listener.ended(status == Status.STATUS_COMMITTED);
            }
        });
    }

    private static UserTransaction userTransaction() {
        try {
            return (UserTransaction) new InitialContext().lookup(USER_TRANSACTION);
        } catch (NamingException notHere) {
            throw new IllegalStateException(
                    "A transaction cannot be begun inside an EJB whose transactions the container manages; let it be"
                            + " REQUIRED, or use the mode INDEPENDENT",
                    notHere);
        }
    }
}
