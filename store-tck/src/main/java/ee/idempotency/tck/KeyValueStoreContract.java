// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.KeyValueStore;
import ee.idempotency.spi.RecordKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a {@link KeyValueStore} must do, as tests. Extend it, answer {@link #values()} and {@link #otherNode()}, run it. */
public abstract class KeyValueStoreContract {

    private static final int LARGE = 1_000_000;

    private final RecordKey key = new RecordKey(UUID.randomUUID());

    /** For a store's own tests. */
    protected KeyValueStoreContract() {}

    /** The store, always the same object in one test. It may hold values of other tests. */
    protected abstract KeyValueStore values();

    /** Another node's handle on the same values, if there can be one. */
    protected KeyValueStore otherNode() {
        return values();
    }

    private static Bytes value(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @Requirement("O7")
    void keyThatWasNeverWrittenHasNoValue() {
        assertThat(values().get(key)).isEmpty();
        assertThat(listed()).doesNotContain(key);
    }

    @Test
    @Requirement("O7")
    void writeIsSeenOnEveryNodeWhenItReturns() {
        values().put(key, value("first"), 1);
        assertThat(otherNode().get(key)).contains(value("first"));
        otherNode().put(key, value("second"), 2);
        assertThat(values().get(key)).contains(value("second"));
        assertThat(listed()).containsOnlyOnce(key);
    }

    @Test
    @Requirement("O7")
    void lateWriteWithALowerNumberChangesNothing() {
        values().put(key, value("current"), 7);
        otherNode().put(key, value("late"), 6);
        assertThat(values().get(key)).contains(value("current"));
        otherNode().remove(key, 6);
        assertThat(values().get(key)).contains(value("current"));
    }

    @Test
    @Requirement("O7")
    void lateWriteDoesNotBringBackWhatWasRemoved() {
        values().put(key, value("old"), 3);
        values().remove(key, 5);
        assertThat(values().get(key)).isEmpty();
        assertThat(listed()).doesNotContain(key);

        otherNode().put(key, value("late"), 4);
        assertThat(values().get(key)).isEmpty();

        values().put(key, value("new"), 6);
        assertThat(values().get(key)).contains(value("new"));
    }

    @Test
    @Requirement("O7")
    void removalOfAKeyThatIsNotThereCountsToo() {
        values().remove(key, 2);
        otherNode().put(key, value("late"), 1);
        assertThat(values().get(key)).isEmpty();
    }

    @Test
    @Requirement("O7")
    void writeWithTheSameNumberTakesTheOthersPlace() {
        values().put(key, value("once"), 1);
        values().put(key, value("again"), 1);
        assertThat(values().get(key)).contains(value("again"));
    }

    @Test
    @Requirement("O7")
    void bytesComeBackAsTheyWere() {
        byte[] large = new byte[LARGE];
        new Random(1).nextBytes(large);
        values().put(key, Bytes.of(large), 1);
        assertThat(values().get(key)).contains(Bytes.of(large));
        values().put(key, Bytes.EMPTY, 2);
        assertThat(values().get(key)).contains(Bytes.EMPTY);
    }

    @Test
    @Requirement("O7")
    void ofWritesAtOnceTheHighestNumberCounts() {
        int writers = 8;
        try (Race race = new Race(writers)) {
            for (int round = 0; round < 50; round++) {
                int highest = (round + 1) * writers;
                race.run(runner -> () -> {
                    KeyValueStore node = runner % 2 == 0 ? values() : otherNode();
                    node.put(key, value("by " + (highest - runner)), highest - runner);
                    return runner;
                });
                assertThat(values().get(key)).contains(value("by " + highest));
            }
        }
    }

    @Test
    @Requirement("C10")
    void nodesHaveOneClock() {
        Duration apart = Duration.between(values().now(), otherNode().now());
        assertThat(apart.abs()).isLessThan(StoreContract.TOLERANCE);
    }

    private List<RecordKey> listed() {
        try (Stream<RecordKey> keys = values().keys()) {
            return keys.toList();
        }
    }
}
