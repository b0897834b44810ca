// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

/** The in-memory store keeps the contract. */
@Requirement("S2")
@Requirement("S7")
class InMemoryStoreContractTest extends IdempotencyStoreContract
        implements RecordBrowserContract, AdministrationContract {

    @Override
    protected StoreUnderTest createStore() {
        return new InMemoryStoreUnderTest();
    }
}
