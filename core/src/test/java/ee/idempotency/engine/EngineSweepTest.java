// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static ee.idempotency.engine.EngineFixture.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.Fingerprint;
import ee.idempotency.spi.Binding;
import ee.idempotency.testing.FaultyStore.Verb;
import ee.idempotency.testing.Requirement;
import java.util.Collections;
import org.junit.jupiter.api.Test;

@Requirement("C11")
class EngineSweepTest {

    private final EngineFixture bench = new EngineFixture();

    @Test
    void sweepsBatchByBatchUntilABatchIsShort() {
        expired(7);

        assertThat(bench.engine.sweep(3)).isEqualTo(7);

        assertThat(sweeps()).isEqualTo(3);
    }

    @Test
    void asksOnceMoreWhenTheLastBatchIsFull() {
        expired(6);

        assertThat(bench.engine.sweep(3)).isEqualTo(6);

        assertThat(sweeps()).isEqualTo(3);
    }

    @Test
    void sweepOfNothingIsOneShortBatch() {
        assertThat(bench.engine.sweep(3)).isZero();
        assertThat(sweeps()).isEqualTo(1);
    }

    @Test
    void interruptEndsTheSweepAfterItsBatchAndIsKept() {
        expired(7);
        Thread.currentThread().interrupt();

        assertThat(bench.engine.sweep(3)).isEqualTo(3);

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void batchHasAtLeastOneRecord() {
        assertThatThrownBy(() -> bench.engine.sweep(0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(bench.store.calls()).isEmpty();
    }

    private void expired(int records) {
        for (int number = 0; number < records; number++) {
            Binding binding = new Binding("acme", "charge", "", "key " + number);
            bench.engine.begin(binding, Fingerprint.none(), OPTIONS);
        }
        bench.clock.advance(OPTIONS.retention());
    }

    private int sweeps() {
        return Collections.frequency(bench.store.calls(), Verb.SWEEP);
    }
}
