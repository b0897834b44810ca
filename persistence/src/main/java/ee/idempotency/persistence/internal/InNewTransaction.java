// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One call in a new transaction: {@link ContainerTransactions} says why each has its own. */
@Dependent
public class InNewTransaction {

    /** For the container. */
    public InNewTransaction() {}

    /** Runs {@code work}. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public <T extends @Nullable Object> T run(Supplier<T> work) {
        return work.get();
    }
}
