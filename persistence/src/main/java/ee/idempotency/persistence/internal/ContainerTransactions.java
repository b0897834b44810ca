// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs calls in transactions that the container begins, ends and marks. Thread-safe.
 *
 * <p>Each call has a bean of its own. Payara's interceptor of {@code @Transactional} keeps in a field what the calling
 * component may do with transactions; were one bean shared, two calls at the same time would exchange that, and a
 * request be refused its {@code UserTransaction} because an EJB's timer was busy.
 */
@ApplicationScoped
public class ContainerTransactions {

    @Inject
    private Instance<InNewTransaction> inNew;

    @Inject
    private Instance<InCurrentTransaction> inCurrent;

    /** For the container. */
    public ContainerTransactions() {}

    /** Runs {@code work} in a transaction of its own; an open one is suspended meanwhile. */
    <T extends @Nullable Object> T runInNew(Supplier<T> work) {
        try (Instance.Handle<InNewTransaction> bean = inNew.getHandle()) {
            return bean.get().run(work);
        }
    }

    /** Runs {@code work} in the open transaction; refuses without one, and marks it for rollback if {@code work} throws. */
    <T extends @Nullable Object> T runInCurrent(Supplier<T> work) {
        try (Instance.Handle<InCurrentTransaction> bean = inCurrent.getHandle()) {
            return bean.get().run(work);
        }
    }
}
