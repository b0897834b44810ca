// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.concurrent.atomic.AtomicInteger;

/** A CDI bean whose protected method begins its own transaction. */
@ApplicationScoped
public class ProtectedBean implements ProtectedContract {

    private final AtomicInteger runs = new AtomicInteger();

    @Resource
    TransactionSynchronizationRegistry transactions;

    /** The claim is committed before this transaction begins. */
    @Transactional
    @IdempotentOperation(name = "bean-transactional")
    public String transactional(@IdempotencyKeyPart String key) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("There is no transaction");
        }
        return key + " run " + runs.incrementAndGet();
    }

    @Override
    public String contract(String key) {
        return key + " run " + runs.incrementAndGet();
    }

    /** A transaction around a protected call. */
    @Transactional
    public String callInside(ProtectedBean self, String key) {
        return self.transactional(key);
    }
}
