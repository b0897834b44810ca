// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import jakarta.transaction.Synchronization;
import org.hibernate.engine.transaction.jta.platform.internal.SunOneJtaPlatform;

/**
 * Lets Hibernate's flush at commit run in the transaction that is committed. Payara's containers and {@code
 * @Transactional} take the transaction off the component's call before they commit it, and the pool then gives a
 * connection that commits by itself. A unit that keeps its connection to the end of the transaction would not notice; but
 * on Payara such a connection follows the component into whatever transaction begins while its own is suspended, and is
 * committed with that.
 */
final class PayaraJtaPlatform extends SunOneJtaPlatform {

    private static final long serialVersionUID = 1L;

    private final transient PayaraCalls calls;

    PayaraJtaPlatform(PayaraCalls calls) {
        this.calls = calls;
    }

    @Override
    public void registerSynchronization(Synchronization synchronization) {
        super.registerSynchronization(new Synchronization() {

            @Override
            public void beforeCompletion() {
                calls.runInTransaction(retrieveTransactionManager(), synchronization::beforeCompletion);
            }

            @Override
            public void afterCompletion(int status) {
                synchronization.afterCompletion(status);
            }
        });
    }
}
