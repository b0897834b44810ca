// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import ee.idempotency.StoreUnavailableException;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.KeyValueStore;
import ee.idempotency.spi.RecordKey;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** One node's way to the values, on which its next call stalls at a chosen point. For one thread. */
final class StallingValues implements KeyValueStore {

    /** Where the node stalls, while others go on. */
    enum Point {
        BEFORE_READ,
        BEFORE_WRITE,
        AFTER_WRITE,
        /** The write times out on the node, and arrives when {@link StallingValues#deliver} says so. */
        WRITE_IN_FLIGHT
    }

    private final KeyValueStore values;
    private Optional<Point> point = Optional.empty();
    private Runnable meanwhile = () -> {};
    private Runnable inFlight = () -> {};

    StallingValues(KeyValueStore values) {
        this.values = values;
    }

    void stallOnce(Point where, Runnable whatOthersDo) {
        point = Optional.of(where);
        meanwhile = whatOthersDo;
    }

    /** The write that is in flight arrives. */
    void deliver() {
        inFlight.run();
    }

    boolean hasStalled() {
        return point.isEmpty();
    }

    private boolean stallAt(Point reached) {
        boolean stalls = point.filter(reached::equals).isPresent();
        if (stalls) {
            point = Optional.empty();
            meanwhile.run();
        }
        return stalls;
    }

    @Override
    public Optional<Bytes> get(RecordKey key) {
        stallAt(Point.BEFORE_READ);
        return values.get(key);
    }

    @Override
    public void put(RecordKey key, Bytes value, long number) {
        write(() -> values.put(key, value, number));
    }

    @Override
    public void remove(RecordKey key, long number) {
        write(() -> values.remove(key, number));
    }

    private void write(Runnable write) {
        stallAt(Point.BEFORE_WRITE);
        if (point.filter(Point.WRITE_IN_FLIGHT::equals).isPresent()) {
            inFlight = write;
            stallAt(Point.WRITE_IN_FLIGHT);
            throw new StoreUnavailableException("timed out", null);
        }
        write.run();
        stallAt(Point.AFTER_WRITE);
    }

    @Override
    public Stream<RecordKey> keys() {
        return values.keys();
    }

    @Override
    public Instant now() {
        return values.now();
    }
}
