// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.spi.Binding;
import ee.idempotency.spi.RecordKey;
import ee.idempotency.testing.Requirement;
import org.junit.jupiter.api.Test;

/** How many repeats may wait, of one key and of all. */
@Requirement("H4")
class WaitPermitsTest {

    private static RecordKey key(String key) {
        return new Binding("acme", "charge", "", key).recordKey();
    }

    @Test
    void whoHasWaitedMakesRoomForAnother() {
        WaitPermits permits = new WaitPermits(2, 2);
        WaitPermits.Permit first = permits.of(key("one"));
        WaitPermits.Permit second = permits.of(key("one"));
        WaitPermits.Permit third = permits.of(key("one"));
        assertThat(first.acquire()).isTrue();
        assertThat(first.acquire()).as("again without another").isTrue();
        assertThat(second.acquire()).isTrue();
        assertThat(third.acquire()).isFalse();

        first.close();

        assertThat(third.acquire()).isTrue();
        second.close();
        third.close();
        for (int round = 0; round < 3; round++) {
            try (WaitPermits.Permit next = permits.of(key("one"))) {
                assertThat(next.acquire()).as("round %s", round).isTrue();
            }
        }
    }

    @Test
    void oneKeyTakesNoRoomOfOthers() {
        WaitPermits permits = new WaitPermits(2, 1);
        assertThat(permits.of(key("one")).acquire()).isTrue();

        assertThat(permits.of(key("one")).acquire()).as("too many of the key").isFalse();
        assertThat(permits.of(key("two")).acquire())
                .as("not taken by the refused one")
                .isTrue();
        assertThat(permits.of(key("three")).acquire()).as("too many of all").isFalse();
    }

    @Test
    void whoWasRefusedGivesNothingBack() {
        WaitPermits permits = new WaitPermits(1, 1);
        assertThat(permits.of(key("one")).acquire()).isTrue();
        WaitPermits.Permit refused = permits.of(key("one"));
        assertThat(refused.acquire()).isFalse();

        refused.close();

        assertThat(permits.of(key("one")).acquire()).isFalse();
    }
}
