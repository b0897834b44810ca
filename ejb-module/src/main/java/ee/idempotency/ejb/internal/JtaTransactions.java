// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.spi.Transactions;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * JTA. Questions and marks go through the registry, which works everywhere, also in an EJB whose transactions the
 * container manages; beginning and ending go through {@link UserTransaction}, which such an EJB must not use. It is looked
 * up each time, because whether it may be used depends on the component that asks.
 */
final class JtaTransactions implements Transactions {

    private static final String NOT_HERE = "A transaction cannot be begun here: this is an EJB whose transactions the"
            + " container manages, or code called by one, or by a @Transactional bean, that has none open. Let that"
            + " one be REQUIRED, or use the mode INDEPENDENT";

    private final TransactionSynchronizationRegistry registry;

    private final Supplier<Optional<UserTransaction>> userTransaction;
    private final Supplier<Optional<TransactionManager>> manager;

    /** One way to end a transaction. */
    @FunctionalInterface
    private interface End<T> {

        void of(T transaction)
                throws RollbackException, HeuristicMixedException, HeuristicRollbackException, SystemException;
    }

    /**
     * Those of {@code registry}.
     *
     * @param userTransaction empty where the calling component may have none
     * @param manager ends what {@code userTransaction} refuses to end; empty where the server hides it
     */
    JtaTransactions(
            TransactionSynchronizationRegistry registry,
            Supplier<Optional<UserTransaction>> userTransaction,
            Supplier<Optional<TransactionManager>> manager) {
        this.registry = registry;
        this.userTransaction = userTransaction;
        this.manager = manager;
    }

    /** The container's; none where it has no registry. */
    static Transactions ofContainer() {
        return JndiResources.REGISTRY
                .find(TransactionSynchronizationRegistry.class)
                .<Transactions>map(registry -> new JtaTransactions(
                        registry,
                        () -> JndiResources.USER_TRANSACTION.find(UserTransaction.class),
                        () -> JndiResources.MANAGER.find(TransactionManager.class)))
                .orElse(Transactions.NONE);
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
        UserTransaction transaction = userTransaction();
        try {
            transaction.begin();
        } catch (NotSupportedException | SystemException failed) {
            throw new IllegalStateException("No transaction could be begun", failed);
        } catch (IllegalStateException refused) { // what @Transactional answers to those that it manages
            throw new IllegalStateException(NOT_HERE, refused);
        }
    }

    @Override
    public void commit() throws CommitFailedException {
        try {
            end(UserTransaction::commit, TransactionManager::commit);
        } catch (Exception failed) { // what a transaction manager throws when a connection is lost is its own affair
            throw new CommitFailedException(failed);
        } finally {
            rollback();
        }
    }

    @Override
    public void rollback() {
        try {
            if (isOpen()) {
                end(UserTransaction::rollback, TransactionManager::rollback);
            }
        } catch (Exception failed) { // whatever a transaction manager throws: there is nothing else to try
            WiringLog.rollbackFailed(failed);
        }
    }

    @Override
    public void markForRollback() {
        if (isOpen()) {
            registry.setRollbackOnly();
        }
    }

    @Override
    public boolean isMarkedForRollback() {
        return registry.getTransactionStatus() != Status.STATUS_ACTIVE;
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

    private void end(End<UserTransaction> end, End<TransactionManager> otherwise)
            throws RollbackException, HeuristicMixedException, HeuristicRollbackException, SystemException {
        try {
            end.of(userTransaction());
        } catch (IllegalStateException refused) { // or there is no transaction, and then nothing is open
            Optional<TransactionManager> server = isOpen() ? manager.get() : Optional.empty();
            otherwise.of(server.orElseThrow(() -> refused));
        }
    }

    private UserTransaction userTransaction() {
        return userTransaction.get().orElseThrow(() -> new IllegalStateException(NOT_HERE));
    }
}
