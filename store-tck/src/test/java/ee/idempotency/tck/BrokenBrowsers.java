// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.RecordBrowser;
import ee.idempotency.spi.RecordBrowser.Page;
import ee.idempotency.spi.RecordBrowser.Summary;
import ee.idempotency.store.ForwardingStore;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Stores whose listing of records breaks a rule. */
final class BrokenBrowsers {

    private BrokenBrowsers() {}

    private abstract static class Changed extends ForwardingStore {

        private final UnaryOperator<Page> change;

        Changed(IdempotencyStore sound, UnaryOperator<Page> change) {
            super(sound);
            this.change = change;
        }

        @Override
        public Optional<RecordBrowser> records() {
            RecordBrowser sound = delegate().records().orElseThrow();
            return Optional.of((filter, after, limit) -> change.apply(sound.page(filter, after, limit)));
        }
    }

    /** Asks for one record more to see whether there is a next page, and goes on behind it. */
    static final class LosesTheLastOfAPage extends Changed {

        LosesTheLastOfAPage(IdempotencyStore sound) {
            super(
                    sound,
                    page -> page.next().isEmpty() || page.records().size() < 2
                            ? page
                            : new Page(
                                    page.records().subList(0, page.records().size() - 1), page.visited(), page.next()));
        }
    }

    /** Takes what is past its retention for expired, whatever it is. */
    static final class ForgetsTheUnresolved extends Changed {

        ForgetsTheUnresolved(IdempotencyStore sound) {
            super(sound, page -> new Page(alive(page), page.visited(), page.next()));
        }

        private static List<Summary> alive(Page page) {
            return page.records().stream()
                    .filter(record -> record.leaseUntil().isEmpty() || !record.leaseIsOver())
                    .toList();
        }
    }

    /** Has no version of its own. */
    static final class ShowsTheAttemptAsVersion extends Changed {

        ShowsTheAttemptAsVersion(IdempotencyStore sound) {
            super(
                    sound,
                    page -> new Page(
                            page.records().stream()
                                    .map(ShowsTheAttemptAsVersion::changed)
                                    .toList(),
                            page.visited(),
                            page.next()));
        }

        private static Summary changed(Summary record) {
            return new Summary(
                    record.recordKey(),
                    record.binding(),
                    record.state(),
                    record.attempt(),
                    record.attempt(),
                    record.leaseUntil(),
                    record.leaseIsOver(),
                    record.onLeaseLost(),
                    record.createdAt(),
                    record.expiresAt());
        }
    }
}
