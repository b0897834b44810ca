// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.KeyValueStore;
import ee.idempotency.spi.RecordKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Values in a map; of two writes the one with the higher number stays. Thread-safe. */
final class MapKeyValueStore implements KeyValueStore {

    private record Numbered(long number, Optional<Bytes> value) {}

    private final Map<RecordKey, Numbered> values = new ConcurrentHashMap<>();
    private final InstantSource clock;

    MapKeyValueStore(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Optional<Bytes> get(RecordKey key) {
        Numbered found = values.get(key);
        return found == null ? Optional.empty() : found.value();
    }

    @Override
    public void put(RecordKey key, Bytes value, long number) {
        write(key, new Numbered(number, Optional.of(value)));
    }

    @Override
    public void remove(RecordKey key, long number) {
        write(key, new Numbered(number, Optional.empty()));
    }

    private void write(RecordKey key, Numbered written) {
        values.merge(key, written, (found, late) -> late.number() < found.number() ? found : late);
    }

    @Override
    public Stream<RecordKey> keys() {
        return values.entrySet().stream()
                .filter(entry -> entry.getValue().value().isPresent())
                .map(Map.Entry::getKey);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }
}
