// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.InvalidKeyException.Reason;
import ee.idempotency.testing.Requirement;
import ee.idempotency.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@Requirement("K4")
class KeyGeneratorsTest {

    @Test
    void randomUuidsAreOfVersion4AndDiffer() {
        KeyGenerator generator = KeyGenerators.randomUuid();
        Set<String> keys = new HashSet<>();
        for (int count = 0; count < 1000; count++) {
            String key = generator.generate();
            assertThat(UUID.fromString(key).version()).isEqualTo(4);
            keys.add(key);
        }
        assertThat(keys).hasSize(1000);
    }

    @Test
    void timeOrderedUuidsAreOfVersion7AndSortByTheirMillisecond() {
        SettableClock clock = new SettableClock();
        KeyGenerator generator = KeyGenerators.timeOrderedUuid(clock);
        List<String> keys = new ArrayList<>();
        for (int count = 0; count < 1000; count++) {
            String key = generator.generate();
            UUID uuid = UUID.fromString(key);
            assertThat(uuid.version()).isEqualTo(7);
            assertThat(uuid.variant()).isEqualTo(2);
            assertThat(uuid.getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
            keys.add(key);
            clock.advance(Duration.ofMillis(1));
        }
        assertThat(keys).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void timeOrderedUuidsOfOneMillisecondDiffer() {
        KeyGenerator generator = KeyGenerators.timeOrderedUuid(new SettableClock());

        assertThat(generator.generate()).isNotEqualTo(generator.generate());
    }

    @Test
    void hashFollowsFromItsPrefixAndParts() {
        KeyGenerator generator = KeyGenerators.hash("order", "4711");

        assertThat(generator.generate())
                .isEqualTo("order-21c4c9536a1eae20e108227a2cf6bd71d454f383df5476df4fb887fddaeb79a1")
                .isEqualTo(generator.generate());
        assertThat(KeyGenerators.hash("order2", "4711").generate().substring(7))
                .isNotEqualTo(generator.generate().substring(6));
        assertThat(KeyGenerators.hash("order", "47", "11").generate()).isNotEqualTo(generator.generate());
    }

    @Test
    void longestHashIsAKey() {
        assertThat(KeyGenerators.hash("p".repeat(64), 1).generate())
                .hasSize(129)
                .hasSizeLessThanOrEqualTo(IdempotencyKey.MAX_TEXT_LENGTH);
    }

    @Test
    @Requirement("K2")
    void hashRefusesWhatBreaksARule() {
        assertReason(Reason.SCOPE_CHARACTERS, "", 1);
        assertReason(Reason.SCOPE_CHARACTERS, "p".repeat(65), 1);
        assertReason(Reason.SCOPE_CHARACTERS, "a b", 1);
        assertReason(Reason.NO_PARTS, "order");
        assertReason(Reason.TOO_MANY_PARTS, "order", new Object[33]);
        assertReason(Reason.PART_TYPE, "order", new Object());
        assertReason(Reason.INPUT_TOO_LARGE, "order", "x".repeat(40_000));
    }

    private static void assertReason(Reason reason, String prefix, Object... parts) {
        assertThatThrownBy(() -> KeyGenerators.hash(prefix, parts))
                .isInstanceOfSatisfying(
                        InvalidKeyException.class,
                        invalid -> assertThat(invalid.reason()).isEqualTo(reason));
    }
}
