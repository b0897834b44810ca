// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.ChangeRefusedException;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.spi.AdministrativeVerbs;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.RecordChange;
import ee.idempotency.spi.RecordKey;
import ee.idempotency.spi.Transactions;
import ee.idempotency.store.Stores;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One part of a store behind a fast tier can be administered as the store itself. */
@Requirement("O6")
class DecoratedAdministrationTest extends IdempotencyStoreContract
        implements RecordBrowserContract, AdministrationContract {

    private final SettableClock clock = new SettableClock();
    private final DeafHotTier hot = new DeafHotTier(clock);
    private final IdempotencyStore store = Stores.namespaced(
            "shop", Stores.twoTier(hot, new InMemoryIdempotencyStore(clock, 1000), Transactions.NONE));

    /** Forgets nothing while it is deaf. */
    private static final class DeafHotTier extends MapHotTier {

        boolean deaf;

        DeafHotTier(SettableClock clock) {
            super(clock);
        }

        @Override
        public boolean forget(RecordKey recordKey) {
            return !deaf && super.forget(recordKey);
        }
    }

    @Override
    protected StoreUnderTest createStore() {
        return new StoreUnderTest() {
            @Override
            public IdempotencyStore store() {
                return store;
            }

            @Override
            public void advance(Duration time) {
                clock.advance(time);
            }

            @Override
            public boolean ownersClaimAgain() {
                return false;
            }
        };
    }

    /** The change is done, so the same one is refused; what was kept is removed all the same. */
    @Test
    void aHotTierThatDidNotAnswerForgetsWhenTheChangeIsMadeAgain() {
        ClaimRequest request = Requests.request("k");
        probe().acquireAndComplete(request, Requests.answer("wrong"));
        int version = probe().record(request).version();
        AdministrativeVerbs verbs = store.administrative().orElseThrow();
        hot.deaf = true;
        assertThatThrownBy(() -> verbs.change(request.recordKey(), version, new RecordChange.Delete(), NOTE))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("is changed in the durable tier")
                .hasMessageContaining("make the same change again");
        assertThat(probe().claim(Requests.repeat(request))).isInstanceOf(Claim.Completed.class);

        hot.deaf = false;
        assertThatThrownBy(() -> verbs.change(request.recordKey(), version, new RecordChange.Delete(), NOTE))
                .isInstanceOf(ChangeRefusedException.class);
        assertThat(probe().claim(Requests.repeat(request))).isInstanceOf(Claim.Acquired.class);
        assertThat(verbs.audit(request.recordKey(), 10)).hasSize(1);
    }
}
