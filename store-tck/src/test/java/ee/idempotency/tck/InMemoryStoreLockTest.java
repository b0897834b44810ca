// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The in-memory store writes within nanoseconds, too fast for threads that wake up at a gate to meet. These two spin
 * towards each other instead, thousands of times.
 */
@Requirement("C3")
@Requirement("S2")
class InMemoryStoreLockTest {

    private static final int MEETINGS = 5_000;

    private final InMemoryIdempotencyStore store = new InMemoryIdempotencyStore(new SettableClock(), MEETINGS);
    private final List<Ownership> ownerships = IntStream.range(0, MEETINGS)
            .mapToObj(number -> store.claim(Requests.request("met at " + number)))
            .map(claim -> ((Claim.Acquired) claim).ownership())
            .toList();

    @Test
    void oneOfTwoFinalWritesAtTheSameMomentIsApplied() {
        AtomicInteger[] arrived = new AtomicInteger[MEETINGS];
        Arrays.setAll(arrived, number -> new AtomicInteger());
        AtomicInteger applied = new AtomicInteger();
        try (Race race = new Race(2)) {
            race.run(runner -> meetings(arrived, applied, runner == 0 ? OwnerVerb.RELEASE : OwnerVerb.COMPLETE));
        }
        assertThat(applied).hasValue(MEETINGS);
    }

    private Callable<Integer> meetings(AtomicInteger[] arrived, AtomicInteger applied, OwnerVerb verb) {
        return () -> {
            for (int number = 0; number < MEETINGS; number++) {
                arrived[number].incrementAndGet();
                while (arrived[number].get() < 2) {
                    Thread.onSpinWait();
                }
                if (verb.apply(store, ownerships.get(number)) == OwnerWrite.APPLIED) {
                    applied.incrementAndGet();
                }
            }
            return MEETINGS;
        };
    }
}
