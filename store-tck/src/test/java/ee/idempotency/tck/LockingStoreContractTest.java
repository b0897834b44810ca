// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

/** A sound store passes. */
@Requirement("S7")
class LockingStoreContractTest extends TransactionalStoreContract {

    @Override
    protected TransactionalStoreUnderTest createStore() {
        return new LockingStoreUnderTest(BrokenJoin.SOUND);
    }
}
