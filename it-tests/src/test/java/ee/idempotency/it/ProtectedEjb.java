// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import ee.idempotency.IdempotencyAssert;
import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.concurrent.atomic.AtomicInteger;

/** An EJB with protected methods. */
@Stateless
@LocalBean
public class ProtectedEjb implements ProtectedContract {

    private static final AtomicInteger RUNS = new AtomicInteger();

    /** Protected outside of any transaction. */
    @IdempotentOperation(name = "ejb-outside")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public String outside(@IdempotencyKeyPart String key) {
        IdempotencyAssert.assertClaimed();
        return key + " run " + RUNS.incrementAndGet();
    }

    @Override
    public String contract(String key) {
        return key + " run " + RUNS.incrementAndGet();
    }

    /** In the container's transaction, which stands outside every interceptor: joined. */
    @IdempotentOperation(name = "ejb-inside")
    public String inside(@IdempotencyKeyPart String key) {
        return key + " run " + RUNS.incrementAndGet();
    }
}
