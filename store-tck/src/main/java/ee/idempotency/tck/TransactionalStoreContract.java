// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

/**
 * Everything that a store with {@link ee.idempotency.spi.TransactionalVerbs} must do, as tests: all that a store must, and
 * the verbs inside a transaction. Use it like {@link IdempotencyStoreContract}, which says how.
 */
public abstract class TransactionalStoreContract extends IdempotencyStoreContract implements JoinContract {

    /** For a store's own tests. */
    protected TransactionalStoreContract() {}

    @Override
    protected abstract TransactionalStoreUnderTest createStore() throws Exception;
}
