// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.store;

import ee.idempotency.spi.RecordBrowser;
import java.util.Optional;

/** Lists what belongs to one part of a store: a record whose key is the one that this part gives to its binding. */
record NamespacedRecords(Namespace space, RecordBrowser browser) implements RecordBrowser {

    @Override
    public Page page(Filter filter, Optional<Position> after, int limit) {
        Page page = browser.page(filter, after, limit);
        return new Page(
                page.records().stream()
                        .filter(record ->
                                space.inside(record.binding().recordKey()).equals(record.recordKey()))
                        .map(record -> record.withKey(record.binding().recordKey()))
                        .toList(),
                page.visited(),
                page.next());
    }
}
