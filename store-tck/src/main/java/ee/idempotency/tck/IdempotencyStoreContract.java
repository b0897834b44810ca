// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Everything a store must do, as tests. Extend it, answer {@link #createStore()}, and run it with JUnit 5:
 *
 * <pre>{@code
 * class MyStoreTest extends IdempotencyStoreContract {
 *
 *     @Override
 *     protected StoreUnderTest createStore() {
 *         return new MyStoreUnderTest();
 *     }
 * }
 * }</pre>
 *
 * <p>The rules are those of {@link ee.idempotency.spi.IdempotencyStore} and {@link ee.idempotency.spi.ClaimRules}, one
 * topic an interface. After every test each record that the test claimed is looked up and its state checked: in progress
 * means a lease and no outcome, settled means an outcome and no lease. No test waits for time to pass, and all of them
 * take a few seconds on a store in memory.
 */
public abstract class IdempotencyStoreContract
        implements ClaimContract,
                ClaimBindingContract,
                FingerprintContract,
                OwnershipContract,
                ZombieContract,
                OutcomeContract,
                SealContract,
                ExpiryContract,
                NeverReExecuteContract,
                SweepContract,
                SweepRaceContract,
                RaceContract,
                TextContract,
                RandomCommandsContract {

    private @Nullable StoreProbe probe;

    /** For a store's own tests. */
    protected IdempotencyStoreContract() {}

    /**
     * A fixture over an empty store; called before every test, and closed after it.
     *
     * @throws Exception if it cannot be set up; the test then fails
     */
    protected abstract StoreUnderTest createStore() throws Exception;

    /** Opens the fixture. */
    @BeforeEach
    protected final void openStore() throws Exception {
        probe = new StoreProbe(createStore());
    }

    /** Checks the invariants of every record and closes the fixture. */
    @AfterEach
    protected final void checkRecordsAndClose() {
        StoreProbe opened = probe;
        if (opened != null) {
            try (opened) {
                opened.checkInvariants();
            }
        }
    }

    @Override
    public final StoreProbe probe() {
        return requireNonNull(probe, "the store is opened before each test");
    }
}
