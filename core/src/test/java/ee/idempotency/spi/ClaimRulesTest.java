// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.Fingerprint;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.OperationStatus.State;
import ee.idempotency.spi.ClaimRules.Decision;
import ee.idempotency.spi.ClaimRules.Found;
import ee.idempotency.testing.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The order in which a claim looks at what it found. */
class ClaimRulesTest {

    private static final Duration LEFT = Duration.ofSeconds(5);
    private static final Duration OVER = Duration.ofSeconds(-1);
    private static final Fingerprint PAYLOAD = Fingerprint.of(new byte[] {1});
    private static final Outcome.Completed COMPLETED = new Outcome.Completed(201, List.of(), Bytes.EMPTY);
    private static final Outcome.Failed FAILED = new Outcome.Failed("declined", "");

    private final Binding binding = new Binding("tenant", "charge", "alice", "k");
    private final ClaimRequest request = ClaimRequest.of(
            binding, PAYLOAD, UUID.randomUUID(), Duration.ofMinutes(1), Duration.ofDays(1), OnLeaseLost.TAKE_OVER);
    private final Ownership other = new Ownership(request.recordKey(), UUID.randomUUID(), 3, 7);

    private Found inProgress(
            @Nullable Ownership owner, Duration leaseRemaining, OnLeaseLost onLeaseLost, boolean over) {
        return new Found(binding, PAYLOAD, State.IN_PROGRESS, owner, onLeaseLost, leaseRemaining, over, null);
    }

    private Found settled(Binding stored, Fingerprint fingerprint, Outcome outcome, boolean over) {
        State state = outcome instanceof Outcome.Failed ? State.FAILED : State.COMPLETED;
        return new Found(stored, fingerprint, state, null, OnLeaseLost.TAKE_OVER, Duration.ZERO, over, outcome);
    }

    private Object answer(Found found) {
        Decision decision = ClaimRules.decide(request, found);
        return decision instanceof Decision.Answer answer ? answer.claim() : decision;
    }

    @Test
    @Requirement("C1")
    void outcomesAreAnswered() {
        assertThat(answer(settled(binding, PAYLOAD, COMPLETED, false))).isEqualTo(new Claim.Completed(COMPLETED));
        assertThat(answer(settled(binding, PAYLOAD, FAILED, false))).isEqualTo(new Claim.Failed(FAILED));
    }

    @Test
    @Requirement("C4")
    void aRecordWhoseRetentionIsOverIsAbsentWhoeverItBelongsTo() {
        Binding another = new Binding("tenant", "charge", "bob", "k");
        assertThat(answer(settled(binding, PAYLOAD, COMPLETED, true))).isEqualTo(new Decision.ReplaceExpired());
        assertThat(answer(settled(another, PAYLOAD, FAILED, true))).isEqualTo(new Decision.ReplaceExpired());
        assertThat(answer(inProgress(other, OVER, OnLeaseLost.TAKE_OVER, true)))
                .isEqualTo(new Decision.ReplaceExpired());
    }

    @Test
    @Requirement("K5")
    void theBindingIsComparedBeforeThePayload() {
        Fingerprint changed = Fingerprint.of(new byte[] {2});
        Binding another = new Binding("tenant", "charge", "bob", "k");
        assertThat(answer(settled(another, changed, COMPLETED, false))).isEqualTo(new Claim.KeyCollision());
        assertThat(answer(settled(binding, changed, COMPLETED, false))).isEqualTo(new Claim.KeyReused());
        assertThat(answer(settled(another, PAYLOAD, COMPLETED, false))).isEqualTo(new Claim.KeyCollision());
    }

    @Test
    @Requirement("C3")
    void aLeaseThatLastsRefusesAndOneThatIsOverIsTakenFromItsOwner() {
        assertThat(answer(inProgress(other, LEFT, OnLeaseLost.TAKE_OVER, false)))
                .isEqualTo(new Claim.InProgress(LEFT));
        assertThat(answer(inProgress(other, Duration.ZERO, OnLeaseLost.TAKE_OVER, false)))
                .isEqualTo(new Decision.TakeOver(other));
        assertThat(answer(inProgress(other, OVER, OnLeaseLost.TAKE_OVER, false)))
                .isEqualTo(new Decision.TakeOver(other));
        assertThat(answer(inProgress(other, LEFT, OnLeaseLost.TAKE_OVER, true)))
                .as("a lease outlives the retention")
                .isEqualTo(new Claim.InProgress(LEFT));
    }

    @Test
    void whatMustNotRunTwiceIsNeverTakenOverNorForgotten() {
        assertThat(answer(inProgress(other, OVER, OnLeaseLost.NEVER_RE_EXECUTE, false)))
                .isEqualTo(new Claim.OutcomeUnknown());
        assertThat(answer(inProgress(other, OVER, OnLeaseLost.NEVER_RE_EXECUTE, true)))
                .isEqualTo(new Claim.OutcomeUnknown());
    }

    /** Its first answer was lost on the way. */
    @Test
    void theOwnersOwnRequestIsAnsweredAgain() {
        Ownership own = new Ownership(request.recordKey(), request.ownerToken(), 1, 0);
        assertThat(answer(inProgress(own, LEFT, OnLeaseLost.TAKE_OVER, false))).isEqualTo(new Claim.Acquired(own));
        assertThat(inProgress(null, LEFT, OnLeaseLost.TAKE_OVER, false).isOwnedBy(request.ownerToken()))
                .isFalse();
    }

    @Test
    void aRecordInProgressWithoutOwnerIsNotDecidedUpon() {
        assertThatThrownBy(() -> answer(inProgress(null, LEFT, OnLeaseLost.TAKE_OVER, false)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
