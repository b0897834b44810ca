// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.memory;

import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.RecordBrowser.Filter;
import ee.idempotency.spi.RecordBrowser.Page;
import ee.idempotency.spi.RecordBrowser.Position;
import ee.idempotency.spi.RecordBrowser.Summary;
import ee.idempotency.store.internal.Entry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Pages of the in-memory store. It has no index: every page walks over all records. */
final class EntryPages {

    private static final Comparator<Position> ORDER = Comparator.comparing(Position::expiresAt)
            .thenComparing(position -> position.recordKey().value());

    private EntryPages() {}

    static Page page(Stream<Entry> entries, Instant now, Filter filter, Optional<Position> after, int limit) {
        List<IdempotencyRecord> following = entries.filter(
                        entry -> !entry.found(now).isExpired())
                .map(Entry::toRecord)
                .filter(record -> after.isEmpty() || ORDER.compare(positionOf(record), after.get()) > 0)
                .sorted(Comparator.comparing(EntryPages::positionOf, ORDER))
                .limit(limit + 1L)
                .toList();
        List<IdempotencyRecord> visited = following.subList(0, Math.min(limit, following.size()));
        return new Page(
                visited.stream()
                        .map(record -> Summary.of(record, now))
                        .filter(filter::lists)
                        .toList(),
                visited.size(),
                following.size() > limit ? Optional.of(positionOf(visited.get(limit - 1))) : Optional.empty());
    }

    private static Position positionOf(IdempotencyRecord record) {
        return new Position(record.expiresAt(), record.recordKey());
    }
}
