// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import static ee.idempotency.tck.Requests.answer;
import static ee.idempotency.tck.Requests.repeat;
import static ee.idempotency.tck.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sweep beside claims, renewals and other sweeps: all nodes sweep at once. */
interface SweepRaceContract extends StoreContract {

    /** How often each race is run. */
    int SWEEP_RACES = 50;

    @Test
    @Requirement("C11")
    default void sweepNeverDeletesAClaimThatWasRenewedBesideIt() {
        try (Race race = new Race(2)) {
            for (int round = 0; round < SWEEP_RACES; round++) {
                ClaimRequest request = request("renewed beside a sweep " + round);
                Ownership owner = probe().acquire(request);
                probe().advance(RETENTION.plusHours(1));

                List<Object> results = race.run(runner -> runner == 0
                        ? () -> probe().store().renew(owner, LEASE, RETENTION)
                        : () -> probe().node(1).sweep(10));

                boolean swept = results.get(1).equals(1);
                assertThat(results.get(0)).isEqualTo(swept ? OwnerWrite.NOT_OWNER : OwnerWrite.APPLIED);
                assertThat(probe().lookup(request).isEmpty())
                        .as("either renewed or swept")
                        .isEqualTo(swept);
                assertThat(probe().store().release(owner)).isEqualTo(swept ? OwnerWrite.NOT_OWNER : OwnerWrite.APPLIED);
            }
        }
    }

    @Test
    @Requirement("C11")
    default void sweepNeverDeletesAClaimThatReplacedAnExpiredRecordBesideIt() {
        try (Race race = new Race(2)) {
            for (int round = 0; round < SWEEP_RACES; round++) {
                ClaimRequest expired = request("claimed beside a sweep " + round);
                probe().acquireAndComplete(expired, answer("old"));
                probe().advance(RETENTION.plusHours(1));
                ClaimRequest next = repeat(expired);

                List<Object> results = race.run(runner -> runner == 0
                        ? () -> probe().claim(next)
                        : () -> probe().node(1).sweep(10));

                assertThat(results.get(0)).isInstanceOf(Claim.Acquired.class);
                Ownership owner = ((Claim.Acquired) results.get(0)).ownership();
                assertThat(probe().store().release(owner)).isEqualTo(OwnerWrite.APPLIED);
            }
        }
    }

    @Test
    @Requirement("C11")
    default void sweepersAtOnceCountEveryRecordOnce() {
        int records = 60;
        try (Race race = new Race(4)) {
            for (int round = 0; round < 5; round++) {
                for (int number = 0; number < records; number++) {
                    probe().acquireAndComplete(request("swept by many " + round + "/" + number), answer("old"));
                }
                probe().advance(RETENTION.plusHours(1));

                List<Integer> counts = race.run(runner -> () -> sweepAll(probe().node(runner)));
                int left = sweepAll(probe().store());

                assertThat(counts.stream().mapToInt(Integer::intValue).sum() + left)
                        .isEqualTo(records);
            }
        }
    }

    private static int sweepAll(IdempotencyStore node) {
        int total = 0;
        int swept;
        do {
            swept = node.sweep(7);
            total += swept;
        } while (swept > 0);
        return total;
    }
}
