// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import static ee.idempotency.tck.Requests.answer;
import static ee.idempotency.tck.Requests.failure;
import static ee.idempotency.tck.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.OperationStatus.State;
import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordBrowser;
import ee.idempotency.spi.RecordBrowser.Filter;
import ee.idempotency.spi.RecordBrowser.Page;
import ee.idempotency.spi.RecordBrowser.Position;
import ee.idempotency.spi.RecordBrowser.Summary;
import ee.idempotency.spi.RecordKey;
import ee.idempotency.spi.Transactions;
import ee.idempotency.store.Stores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Records are listed page by page, through decorators too. */
@Requirement("C8")
class RecordBrowserTest {

    private final SettableClock clock = new SettableClock();
    private final IdempotencyStore store = new InMemoryIdempotencyStore(clock, 100);

    private Ownership acquire(IdempotencyStore of, ClaimRequest request) {
        return ((Claim.Acquired) of.claim(request)).ownership();
    }

    private static List<RecordKey> list(IdempotencyStore of, Filter filter, int limit) {
        RecordBrowser browser = of.records().orElseThrow();
        List<RecordKey> listed = new ArrayList<>();
        Optional<Position> after = Optional.empty();
        do {
            Page page = browser.page(filter, after, limit);
            assertThat(page.visited()).isBetween(page.records().size(), limit);
            page.records().stream().map(Summary::recordKey).forEach(listed::add);
            after = page.next();
        } while (after.isPresent());
        return listed;
    }

    @Test
    void everyRecordIsListedOnceWhateverTheSizeOfAPage() {
        List<RecordKey> inOrder = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            ClaimRequest request = request("k" + i);
            acquire(store, request);
            inOrder.add(request.recordKey());
            clock.advance(Duration.ofSeconds(1));
        }

        for (int limit = 1; limit <= 8; limit++) {
            assertThat(list(store, Filter.ALL, limit)).as("pages of " + limit).isEqualTo(inOrder);
        }
    }

    @Test
    void recordsOfOneInstantAreListedOnceToo() {
        for (int i = 0; i < 7; i++) {
            acquire(store, request("k" + i));
        }

        assertThat(list(store, Filter.ALL, 2)).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void statesAndSilentOwnersAreDistinguished() {
        ClaimRequest silent = request("silent");
        acquire(store, silent);
        clock.advance(silent.lease());
        ClaimRequest running = request("running");
        acquire(store, running);
        ClaimRequest completed = request("completed");
        store.complete(acquire(store, completed), answer("one"));
        ClaimRequest failed = request("failed");
        store.fail(acquire(store, failed), failure("declined"));

        assertThat(list(store, Filter.leaseOver(), 1)).containsExactly(silent.recordKey());
        assertThat(list(store, Filter.inState(State.IN_PROGRESS), 1))
                .containsExactly(silent.recordKey(), running.recordKey());
        assertThat(list(store, Filter.inState(State.COMPLETED), 1)).containsExactly(completed.recordKey());
        assertThat(list(store, Filter.inState(State.FAILED), 1)).containsExactly(failed.recordKey());
        assertThat(list(store, new Filter(Set.of(State.values()), false, Optional.of("another"), Optional.empty()), 1))
                .isEmpty();
        assertThat(list(store, new Filter(Set.of(State.values()), false, Optional.empty(), Optional.of("another")), 1))
                .isEmpty();
    }

    @Test
    void listsNothingThatHasExpired() {
        ClaimRequest request = request("k");
        store.complete(acquire(store, request), answer("one"));
        clock.advance(request.retention());

        assertThat(list(store, Filter.ALL, 10)).isEmpty();
    }

    @Test
    @Requirement("S8")
    void aPartOfAStoreListsItsOwnRecordsUnderItsOwnKeys() {
        IdempotencyStore shop = Stores.namespaced("shop", store);
        IdempotencyStore billing =
                Stores.twoTier(new MapHotTier(clock), Stores.namespaced("billing", store), Transactions.none());
        ClaimRequest request = request("of both");
        acquire(shop, request);
        acquire(billing, request);
        ClaimRequest own = request("of the shop");
        acquire(shop, own);

        assertThat(list(store, Filter.ALL, 10)).hasSize(3);
        assertThat(list(shop, Filter.ALL, 1)).containsExactlyInAnyOrder(request.recordKey(), own.recordKey());
        assertThat(list(billing, Filter.ALL, 1)).containsExactly(request.recordKey());
    }

    @Test
    void aPageHasALimit() {
        RecordBrowser browser = store.records().orElseThrow();
        assertThatThrownBy(() -> browser.page(Filter.ALL, Optional.empty(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 200 records, not 0");
        assertThatThrownBy(() -> browser.page(Filter.ALL, Optional.empty(), RecordBrowser.MAX_PAGE + 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
