// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import static ee.idempotency.tck.Requests.answer;
import static ee.idempotency.tck.Requests.failure;
import static ee.idempotency.tck.Requests.otherwise;
import static ee.idempotency.tck.Requests.payload;
import static ee.idempotency.tck.Requests.repeat;
import static ee.idempotency.tck.Requests.request;
import static ee.idempotency.tck.Requests.withPayload;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A payload that is condensed in two ways while nodes of both ways run. */
interface FingerprintContract extends StoreContract {

    @Test
    @Requirement("K6")
    default void otherFingerprintOfThePayloadIsARepeatInEveryState() {
        ClaimRequest first = request("condensed in two ways");
        Ownership owner = probe().acquire(first);
        assertThat(probe().claim(otherwise(first))).as("in progress").isInstanceOf(Claim.InProgress.class);

        assertThat(probe().store().complete(owner, answer("stored"))).isEqualTo(OwnerWrite.APPLIED);
        assertThat(probe().claim(otherwise(first))).as("completed").isEqualTo(new Claim.Completed(answer("stored")));

        ClaimRequest failed = request("failed");
        probe().acquireAndFail(failed, failure("declined"));
        assertThat(probe().claim(otherwise(failed))).as("failed").isEqualTo(new Claim.Failed(failure("declined")));
    }

    @Test
    @Requirement("K6")
    default void newClaimIsWrittenWithTheFirstFingerprintAndNoOther() {
        ClaimRequest first = otherwise(request("new"));

        probe().acquire(first);

        assertThat(probe().record(first).fingerprint()).isEqualTo(first.fingerprint());
        assertThat(probe().claim(repeat(first))).isInstanceOf(Claim.InProgress.class);
        assertThat(probe().claim(request("new")))
                .as("by the other fingerprint alone")
                .isEqualTo(new Claim.KeyReused());
    }

    @Test
    @Requirement("K6")
    default void fingerprintThatIsNotAcceptedIsAnsweredKeyReusedHoweverManyAre() {
        ClaimRequest first = request("reused");
        probe().acquire(first);

        ClaimRequest other = withPayload(first, "a").alsoAccepting(List.of(payload("b"), payload("c")));

        assertThat(probe().claim(other)).isEqualTo(new Claim.KeyReused());
    }

    /** So that nodes that do not know the new way yet still know the record. */
    @Test
    @Requirement("K6")
    default void takeoverByAnotherFingerprintKeepsTheOneThatIsStored() {
        ClaimRequest crashed = request("crashed");
        probe().acquire(crashed);
        probe().advance(LEASE.plusHours(1));

        ClaimRequest taker = otherwise(crashed);

        assertThat(probe().acquire(taker).attempt()).isEqualTo(2);
        assertThat(probe().record(taker).fingerprint()).isEqualTo(crashed.fingerprint());
        assertThat(probe().claim(repeat(crashed))).isInstanceOf(Claim.InProgress.class);
        assertThat(probe().claim(repeat(taker))).isInstanceOf(Claim.InProgress.class);
    }
}
