// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.war;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for the transaction manager to end the transaction of the calling thread. */
@ApplicationScoped
public class Timeout {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    @Resource
    TransactionSynchronizationRegistry transactions;

    /** Returns once the transaction is active no more. */
    public void await() {
        long begun = System.nanoTime();
        while (transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
            if (System.nanoTime() - begun > PATIENCE) {
                throw new IllegalStateException("the transaction does not time out");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }
}
