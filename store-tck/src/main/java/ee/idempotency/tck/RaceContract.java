// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import static ee.idempotency.tck.Requests.answer;
import static ee.idempotency.tck.Requests.repeat;
import static ee.idempotency.tck.Requests.request;
import static ee.idempotency.tck.Requests.withPayload;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/**
 * Of any number at once, one wins. Nobody settles before all have been answered, so a loser can only get <em>in
 * progress</em>: a runner that gets anything else was not in the race.
 */
interface RaceContract extends StoreContract {

    /** How many claim at once. */
    int RUNNERS = 64;

    /** How often each race is run. */
    int RACES = 10;

    @Test
    @Requirement("C1")
    default void oneOfManyFirstClaimsAtOnceIsAcquired() {
        race(round -> request("claimed by many " + round), 1);
    }

    @Test
    @Requirement("C2")
    default void oneOfManyTakersAtOnceTakesOver() {
        race(
                round -> {
                    ClaimRequest crashed = request("taken over by many " + round);
                    probe().acquire(crashed);
                    probe().advance(LEASE.plusHours(1));
                    return crashed;
                },
                2);
    }

    @Test
    @Requirement("C1")
    @Requirement("C9")
    default void oneOfManyClaimsAtOnceReplacesAnExpiredRecord() {
        race(
                round -> {
                    ClaimRequest expired = request("replaced by many " + round);
                    probe().acquireAndComplete(expired, answer("old"));
                    probe().advance(RETENTION.plusHours(1));
                    return expired;
                },
                1);
    }

    private void race(IntFunction<ClaimRequest> start, int attempt) {
        try (Race race = new Race(RUNNERS)) {
            for (int round = 0; round < RACES; round++) {
                ClaimRequest first = start.apply(round);
                List<Claim> claims = race.run(runner -> () -> probe().claimOnNode(runner, repeat(first)));
                Ownership winner = onlyWinner(claims);
                assertThat(winner.attempt()).isEqualTo(attempt);

                assertThat(probe().store().complete(winner, answer("of the winner")))
                        .isEqualTo(OwnerWrite.APPLIED);
                assertThat(race.run(runner -> replay(runner, first)))
                        .containsOnly(new Claim.Completed(answer("of the winner")));
            }
        }
    }

    private Callable<Claim> replay(int runner, ClaimRequest first) {
        return () -> probe().claimOnNode(runner, repeat(first));
    }

    private static Ownership onlyWinner(List<Claim> claims) {
        assertThat(claims).hasSize(RUNNERS);
        List<Claim> winners =
                claims.stream().filter(Claim.Acquired.class::isInstance).toList();
        assertThat(winners).as("winners").hasSize(1);
        assertThat(claims.stream().filter(Claim.InProgress.class::isInstance))
                .as("losers, which were all refused as in progress")
                .hasSize(RUNNERS - 1);
        return ((Claim.Acquired) winners.get(0)).ownership();
    }

    @Test
    @Requirement("C1")
    @Requirement("C14")
    default void manyPayloadsAtOnceForOneKeyRunOnce() {
        try (Race race = new Race(RUNNERS)) {
            for (int round = 0; round < RACES; round++) {
                ClaimRequest first = request("many payloads " + round);
                List<Claim> claims =
                        race.run(runner -> () -> probe().claimOnNode(runner, withPayload(first, "payload " + runner)));

                assertThat(claims.stream().filter(Claim.Acquired.class::isInstance))
                        .as("winners")
                        .hasSize(1);
                assertThat(claims.stream().filter(Claim.KeyReused.class::isInstance))
                        .as("losers, who all sent another payload")
                        .hasSize(RUNNERS - 1);
            }
        }
    }

    @Test
    @Requirement("C3")
    default void oneOfManyFinalWritesOfOneOwnerAtOnceIsApplied() {
        OwnerVerb[] verbs = {OwnerVerb.COMPLETE, OwnerVerb.FAIL, OwnerVerb.RELEASE};
        try (Race race = new Race(RUNNERS)) {
            for (int round = 0; round < RACES * 3; round++) {
                ClaimRequest request = request("settled by many " + round);
                Ownership owner = probe().acquire(request);

                List<OwnerWrite> writes =
                        race.run(runner -> () -> verbs[runner % verbs.length].apply(probe().node(runner), owner));

                assertThat(writes.stream().filter(OwnerWrite.APPLIED::equals))
                        .as("applied")
                        .hasSize(1);
                boolean released = verbs[writes.indexOf(OwnerWrite.APPLIED) % verbs.length] == OwnerVerb.RELEASE;
                assertThat(probe().lookup(request).isEmpty()).as("released").isEqualTo(released);
            }
        }
    }

    @Test
    @Requirement("C2")
    @Requirement("C3")
    default void zombieThatCompletesBesideATakeoverEitherSettlesOrIsRefused() {
        try (Race race = new Race(2)) {
            for (int round = 0; round < RACES * 5; round++) {
                ClaimRequest request = request("completed beside a takeover " + round);
                Ownership zombie = probe().acquire(request);
                probe().advance(LEASE.plusHours(1));
                ClaimRequest taker = repeat(request);

                List<Object> results = race.run(runner -> runner == 0
                        ? () -> probe().store().complete(zombie, answer("of the zombie"))
                        : () -> probe().claimOnNode(1, taker));

                if (results.get(0) == OwnerWrite.APPLIED) {
                    assertSettledByTheZombie(results.get(1), request);
                } else {
                    assertThat(results.get(1)).isInstanceOf(Claim.Acquired.class);
                    Ownership owner = ((Claim.Acquired) results.get(1)).ownership();
                    assertThat(probe().store().complete(owner, answer("of the taker")))
                            .isEqualTo(OwnerWrite.APPLIED);
                }
            }
        }
    }

    /** A taker that lost may get <em>in progress</em> or, had it read a moment later, the outcome; never the claim. */
    private void assertSettledByTheZombie(Object taker, ClaimRequest request) {
        assertThat(taker).isNotInstanceOf(Claim.Acquired.class);
        assertThat(probe().claim(repeat(request))).isEqualTo(new Claim.Completed(answer("of the zombie")));
    }
}
