// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.TransactionMode;
import ee.idempotency.operation.OperationCatalog;
import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyEvent.Claimed;
import ee.idempotency.spi.IdempotencyEvent.CommitJudged;
import ee.idempotency.spi.IdempotencyEvent.HotTierChanged;
import ee.idempotency.spi.IdempotencyEvent.LeaseLost;
import ee.idempotency.spi.IdempotencyEvent.Loss;
import ee.idempotency.spi.IdempotencyEvent.NotSettled;
import ee.idempotency.spi.IdempotencyEvent.Reason;
import ee.idempotency.spi.IdempotencyEvent.Refused;
import ee.idempotency.spi.IdempotencyEvent.ReleaseFailed;
import ee.idempotency.spi.IdempotencyEvent.Released;
import ee.idempotency.spi.IdempotencyEvent.RenewalEnded;
import ee.idempotency.spi.IdempotencyEvent.Replayed;
import ee.idempotency.spi.IdempotencyEvent.Result;
import ee.idempotency.spi.IdempotencyEvent.ResultNotRetained;
import ee.idempotency.spi.IdempotencyEvent.Settled;
import ee.idempotency.spi.IdempotencyEvent.Shadowed;
import ee.idempotency.spi.IdempotencyEvent.StoreCalled;
import ee.idempotency.spi.IdempotencyEvent.Subject;
import ee.idempotency.spi.IdempotencyEvent.Swept;
import ee.idempotency.spi.IdempotencyEvent.TransactionGone;
import ee.idempotency.spi.IdempotencyEvent.Verb;
import ee.idempotency.spi.IdempotencyEvent.Verdict;
import ee.idempotency.spi.ShadowFinding;
import ee.idempotency.tck.Requirement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which event is in which series, and what a label can hold. */
@Requirement("O5")
class RecorderTest {

    private static final Duration NO_TIME = Duration.ZERO;
    private static final Duration MILLI = Duration.ofMillis(1);

    private final RecordedMeters meters = new RecordedMeters();
    private final Recorder recorder = new Recorder(meters, new OperationNames(OperationCatalog::new, Set.of("pay")));

    private static Subject subject(String operation) {
        return new Subject(operation, TransactionMode.ONE_COMMIT, "0a1b2c3d");
    }

    private List<String> recorded(IdempotencyEvent event) {
        meters.lines.clear();
        recorder.record(event);
        return List.copyOf(meters.lines);
    }

    /** Every event that a call can have, for one operation. */
    private static List<IdempotencyEvent> all(String operation) {
        Subject subject = subject(operation);
        Throwable cause = new IllegalStateException("secret");
        Stream<IdempotencyEvent> fixed = Stream.of(
                new Claimed(subject, 1, false, NO_TIME, MILLI),
                new Claimed(subject, 2, true, MILLI, MILLI),
                new Replayed(subject, true, NO_TIME, MILLI),
                new Replayed(subject, false, NO_TIME, MILLI),
                new Released(subject, 1, MILLI, MILLI),
                new ReleaseFailed(subject, 1, cause),
                new LeaseLost(subject, 1, true, cause),
                new LeaseLost(subject, 1, false, cause),
                new RenewalEnded(subject, 1),
                new TransactionGone(subject, 1, true),
                new ResultNotRetained(subject, 1, "secret"),
                new Shadowed(operation, ShadowFinding.ANSWER_DIFFERS),
                new Swept(7, MILLI));
        return Stream.of(
                        fixed,
                        of(Reason.values(), reason -> new Refused(subject, reason, NO_TIME, MILLI)),
                        of(Result.values(), result -> new Settled(subject, 1, result, MILLI, MILLI)),
                        of(Loss.values(), loss -> new NotSettled(subject, 1, loss, MILLI, MILLI)),
                        of(Verdict.values(), verdict -> new CommitJudged(subject, 1, verdict, cause)),
                        of(Verb.values(), verb -> new StoreCalled(verb, MILLI, cause)))
                .flatMap(Function.identity())
                .toList();
    }

    private static <E> Stream<IdempotencyEvent> of(E[] constants, Function<E, IdempotencyEvent> event) {
        return Arrays.stream(constants).map(event);
    }

    @Test
    void callsCountOnceByHowTheyEnd() {
        Subject pay = subject("pay");

        assertThat(recorded(new Settled(pay, 1, Result.COMPLETED, MILLI, NO_TIME)))
                .containsExactly(
                        "CALLS[pay, one-commit, executed, none] + 1", "WORK[pay] took 1000000", "SETTLE[pay] took 0");
        assertThat(recorded(new Settled(pay, 1, Result.FAILED, MILLI, NO_TIME)))
                .contains("CALLS[pay, one-commit, executed, failed] + 1");
        assertThat(recorded(new Replayed(pay, true, NO_TIME, MILLI)))
                .containsExactly("CALLS[pay, one-commit, replayed, none] + 1", "START[pay] took 1000000");
        assertThat(recorded(new Replayed(pay, false, NO_TIME, MILLI)))
                .contains("CALLS[pay, one-commit, replayed, not-retained] + 1");
        assertThat(recorded(new Refused(pay, Reason.KEY_REUSED, MILLI, MILLI)))
                .containsExactly(
                        "CALLS[pay, one-commit, refused, key-reused] + 1",
                        "START[pay] took 1000000",
                        "WAIT[pay] took 1000000");
        assertThat(recorded(new NotSettled(pay, 1, Loss.UNAVAILABLE, MILLI, MILLI)))
                .contains("CALLS[pay, one-commit, lost, unavailable] + 1");
        assertThat(recorded(new Released(pay, 1, MILLI, MILLI))).contains("CALLS[pay, one-commit, released, none] + 1");
    }

    @Test
    void takeoversAreIncidentsAndNoEnds() {
        assertThat(recorded(new Claimed(subject("pay"), 2, true, NO_TIME, MILLI)))
                .containsExactly("INCIDENTS[pay, takeover] + 1", "START[pay] took 1000000");
        assertThat(recorded(new Claimed(subject("pay"), 1, false, NO_TIME, MILLI)))
                .containsExactly("START[pay] took 1000000");
    }

    @Test
    void theStoreTheSweepAndTheHotTierHaveSeriesOfTheirOwn() {
        assertThat(recorded(new StoreCalled(Verb.CLAIM, MILLI, null)))
                .containsExactly("STORE[claim, answered] took 1000000");
        assertThat(recorded(new StoreCalled(Verb.SETTLE_IN_TRANSACTION, MILLI, new IllegalStateException())))
                .containsExactly("STORE[settle-in-transaction, failed] took 1000000");
        assertThat(recorded(new Swept(7, MILLI))).containsExactly("SWEPT[] + 7");
        assertThat(recorded(new Shadowed("pay", ShadowFinding.KEY_MISSING)))
                .containsExactly("SHADOW[pay, key-missing] + 1");
        assertThat(recorded(new HotTierChanged(false))).containsExactly("HOT_TIER_OUT = 1");
        assertThat(recorded(new HotTierChanged(true))).containsExactly("HOT_TIER_OUT = 0");
    }

    @Test
    void noEventIsUnknownToTheSeries() {
        assertThat(all("pay")).allSatisfy(event -> assertThat(recorded(event)).isNotEmpty());
        assertThat(all("pay").stream().map(Object::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(Stream.of(IdempotencyEvent.class.getPermittedSubclasses())
                        .flatMap(
                                type -> type.isInterface() ? Stream.of(type.getPermittedSubclasses()) : Stream.of(type))
                        .filter(type -> type != HotTierChanged.class)
                        .toList());
    }

    @Test
    @Requirement("O12")
    void namesMadeAtRunTimeAreNoLabels() {
        String hostile = "pay\"}\n4111-1111-1111-1111 {";

        assertThat(all(hostile))
                .allSatisfy(event -> assertThat(recorded(event)).noneMatch(line -> line.contains("4111")));
        assertThat(recorded(new Replayed(subject(hostile), true, NO_TIME, MILLI)))
                .contains("CALLS[other, one-commit, replayed, none] + 1");
    }

    @Test
    @Requirement("O12")
    void neitherRecordsNorMessagesAreLabels() {
        assertThat(all("pay"))
                .allSatisfy(event -> assertThat(recorded(event))
                        .noneMatch(line -> line.contains("0a1b2c3d") || line.contains("secret")));
    }
}
