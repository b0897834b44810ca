// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import static ee.idempotency.tck.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.RecordBrowser;
import ee.idempotency.spi.RecordBrowser.Filter;
import ee.idempotency.spi.RecordBrowser.Page;
import ee.idempotency.spi.RecordBrowser.Position;
import ee.idempotency.spi.RecordBrowser.Summary;
import ee.idempotency.spi.RecordKey;
import ee.idempotency.spi.Transactions;
import ee.idempotency.store.Stores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Records are listed through decorators too, and where all of them are of one instant. */
@Requirement("C8")
class RecordBrowserTest {

    private final SettableClock clock = new SettableClock();
    private final IdempotencyStore store = new InMemoryIdempotencyStore(clock, 100);

    private static void acquire(IdempotencyStore of, ClaimRequest request) {
        assertThat(of.claim(request)).isInstanceOf(Claim.Acquired.class);
    }

    private static List<RecordKey> list(IdempotencyStore of, Filter filter, int limit) {
        RecordBrowser browser = of.records().orElseThrow();
        List<RecordKey> listed = new ArrayList<>();
        Optional<Position> after = Optional.empty();
        do {
            Page page = browser.page(filter, after, limit);
            page.records().stream().map(Summary::recordKey).forEach(listed::add);
            after = page.next();
        } while (after.isPresent());
        return listed;
    }

    @Test
    void recordsOfOneInstantAreListedOnceToo() {
        for (int i = 0; i < 7; i++) {
            acquire(store, request("k" + i));
        }

        assertThat(list(store, Filter.ALL, 2)).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    @Requirement("S8")
    void aPartOfAStoreListsItsOwnRecordsUnderItsOwnKeys() {
        IdempotencyStore shop = Stores.namespaced("shop", store);
        IdempotencyStore billing =
                Stores.twoTier(new MapHotTier(clock), Stores.namespaced("billing", store), Transactions.NONE);
        ClaimRequest request = request("of both");
        acquire(shop, request);
        acquire(billing, request);
        ClaimRequest own = request("of the shop");
        acquire(shop, own);

        assertThat(list(store, Filter.ALL, 10)).hasSize(3);
        assertThat(list(shop, Filter.ALL, 1)).containsExactlyInAnyOrder(request.recordKey(), own.recordKey());
        assertThat(list(billing, Filter.ALL, 1)).containsExactly(request.recordKey());
    }
}
