// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static ee.idempotency.engine.EngineFixture.BINDING;
import static ee.idempotency.engine.EngineFixture.MAX_RESULT;
import static ee.idempotency.engine.EngineFixture.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.DamagedRecordException;
import ee.idempotency.Fingerprint;
import ee.idempotency.KeyReusedException;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.OpenTransactionException;
import ee.idempotency.OperationInProgressException;
import ee.idempotency.OperationStatus.State;
import ee.idempotency.OutcomeNotRetainedException;
import ee.idempotency.OutcomeUnknownException;
import ee.idempotency.ResultCodecException;
import ee.idempotency.spi.ActiveClaim;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.CurrentClaim;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.Outcome;
import ee.idempotency.testing.FaultyStore.Verb;
import ee.idempotency.testing.Requirement;
import ee.idempotency.testing.TextCodec;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("A2")
class ExecuteTest {

    private final EngineFixture bench = new EngineFixture();

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"receipt 1", "", "caf\u00e9 \ud83d\ude00"})
    void workRunsOnceAndRepeatsGetItsResult(String result) {
        for (int call = 0; call < 3; call++) {
            assertThat(bench.execute(() -> result)).isEqualTo(result);
        }

        assertThat(bench.runs).hasValue(1);
        assertThat(bench.store.calls())
                .as("two store calls for the first, one for each repeat")
                .containsExactly(Verb.CLAIM, Verb.COMPLETE, Verb.CLAIM, Verb.CLAIM);
    }

    @Test
    @Requirement("C9")
    void workRunsAgainOncePastItsRetention() {
        bench.execute(() -> "old");
        bench.clock.advance(OPTIONS.retention());

        assertThat(bench.execute(() -> "new")).isEqualTo("new");
    }

    @Test
    @Requirement("H22")
    void repeatWhileTheFirstRunsGetsATimeThatGrowsWithItsAgeAndEndsWithItsLease() {
        Instant start = bench.clock.instant();
        bench.execute(() -> {
            for (int[] agesAndWaits : new int[][] {{0, 1}, {1, 1}, {3, 3}, {20, 10}, {52, 8}, {59, 1}}) {
                bench.clock.advance(Duration.between(bench.clock.instant(), start.plusSeconds(agesAndWaits[0])));
                assertThatThrownBy(() -> bench.execute(() -> "second"))
                        .isInstanceOfSatisfying(
                                OperationInProgressException.class,
                                refused -> assertThat(refused.retryAfter())
                                        .isEqualTo(Duration.ofSeconds(agesAndWaits[1])));
            }
            return "first";
        });

        assertThat(bench.runs).hasValue(1);
    }

    @Test
    @Requirement("C14")
    void otherPayloadIsRefusedWhileTheFirstRunsAndAfterwards() {
        bench.execute(() -> {
            assertOtherPayloadIsRefused();
            return "first";
        });
        assertOtherPayloadIsRefused();
    }

    private void assertOtherPayloadIsRefused() {
        assertThatThrownBy(() -> bench.engine.execute(
                        BINDING, Fingerprint.of(new byte[] {1}), OPTIONS, String.class, () -> "other"))
                .isInstanceOf(KeyReusedException.class);
    }

    @Test
    @Requirement("C13")
    void operationThatMustNotRunTwiceIsRefusedOnceItsOwnerFellSilent() {
        OperationOptions never = OPTIONS.withOnLeaseLost(OnLeaseLost.NEVER_RE_EXECUTE);
        bench.engine.begin(BINDING, Fingerprint.none(), never);
        bench.clock.advance(OPTIONS.retention());

        assertThatThrownBy(() -> bench.execute(() -> "second")).isInstanceOf(OutcomeUnknownException.class);
        assertThat(bench.engine.delete(BINDING)).isTrue();
        assertThat(bench.execute(() -> "second")).isEqualTo("second");
    }

    @Test
    @Requirement("H12")
    void resultThatCannotBeEncodedReachesItsFirstCallerAndIsNeverMadeTwice() {
        assertThat(bench.execute(() -> TextCodec.UNENCODABLE)).isEqualTo(TextCodec.UNENCODABLE);

        assertNotRetained();
    }

    @Test
    @Requirement("H12")
    void resultTooLargeReachesItsFirstCallerAndIsNeverMadeTwice() {
        String large = "x".repeat(MAX_RESULT - 1); // two quotes more than fit
        assertThat(bench.execute(() -> large)).isEqualTo(large);

        assertNotRetained();
    }

    @Test
    void largestResultIsKept() {
        String largest = "x".repeat(MAX_RESULT - 2);
        bench.execute(() -> largest);

        assertThat(bench.execute(() -> "second")).isEqualTo(largest);
    }

    @Test
    void errorOfTheCodecDoesNotMakeTheWorkRunAgain() {
        IdempotencyEngine engine =
                new IdempotencyEngine(bench.store, new ResultOutcomes(new BrokenCodec(), MAX_RESULT));

        Object first = engine.execute(BINDING, Fingerprint.none(), OPTIONS, String.class, () -> "done");

        assertThat(first).isEqualTo("done");
        assertNotRetained();
    }

    private void assertNotRetained() {
        int runsBefore = bench.runs.get();
        bench.clock.advance(OPTIONS.lease());
        assertThat(bench.record().orElseThrow().state()).isEqualTo(State.COMPLETED);
        assertThatThrownBy(() -> bench.execute(() -> "second")).isInstanceOf(OutcomeNotRetainedException.class);
        assertThat(bench.runs).hasValue(runsBefore);
    }

    @Test
    @Requirement("A3")
    void storedResultIsDecodedToTheDeclaredTypeOnly() {
        bench.execute(() -> "text");

        assertThatThrownBy(() -> bench.engine.execute(BINDING, Fingerprint.none(), OPTIONS, Integer.class, () -> 1))
                .isInstanceOf(ResultCodecException.class);
    }

    @Test
    @Requirement("A3")
    void resultOfAnotherCodecIsNotDecoded() {
        bench.begin(OPTIONS)
                .complete(new Outcome.Completed(
                        0, Header.parse("Content-Type: application/other"), Bytes.of(new byte[] {1})));

        assertThatThrownBy(() -> bench.execute(() -> "second"))
                .isInstanceOf(DamagedRecordException.class)
                .hasMessageContaining("text/quoted");
    }

    @Test
    @Requirement("X5")
    void workSeesItsClaimAndNobodyElseDoes() {
        bench.execute(() -> {
            ActiveClaim claim = CurrentClaim.find().orElseThrow();
            assertThat(claim.binding()).isEqualTo(BINDING);
            assertThat(claim.ownership().attempt()).isEqualTo(1);
            return null;
        });

        assertThat(CurrentClaim.find()).isEmpty();
    }

    @Test
    @Requirement("X6")
    void callInsideAnOpenTransactionIsRefusedBeforeItClaims() {
        bench.transactions.begin();

        assertThatThrownBy(() -> bench.execute(() -> "never")).isInstanceOf(OpenTransactionException.class);

        assertThat(bench.runs).hasValue(0);
        assertThat(bench.store.calls()).isEmpty();
    }
}
