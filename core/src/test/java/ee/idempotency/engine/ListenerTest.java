// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static ee.idempotency.engine.EngineFixture.BINDING;
import static ee.idempotency.engine.EngineFixture.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.Fingerprint;
import ee.idempotency.NotOwnerException;
import ee.idempotency.OutcomeNotStoredException;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.TransactionMode;
import ee.idempotency.TransactionRolledBackException;
import ee.idempotency.engine.FakeTransactions.CommitEnd;
import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyEvent.Claimed;
import ee.idempotency.spi.IdempotencyEvent.CommitJudged;
import ee.idempotency.spi.IdempotencyEvent.Loss;
import ee.idempotency.spi.IdempotencyEvent.NotSettled;
import ee.idempotency.spi.IdempotencyEvent.OfCall;
import ee.idempotency.spi.IdempotencyEvent.Reason;
import ee.idempotency.spi.IdempotencyEvent.Refused;
import ee.idempotency.spi.IdempotencyEvent.Released;
import ee.idempotency.spi.IdempotencyEvent.Replayed;
import ee.idempotency.spi.IdempotencyEvent.Result;
import ee.idempotency.spi.IdempotencyEvent.Settled;
import ee.idempotency.spi.IdempotencyEvent.StoreCalled;
import ee.idempotency.spi.IdempotencyEvent.Subject;
import ee.idempotency.spi.IdempotencyEvent.Swept;
import ee.idempotency.spi.IdempotencyEvent.Verdict;
import ee.idempotency.testing.FaultyStore.Verb;
import ee.idempotency.testing.Requirement;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What listeners learn of calls. */
@Requirement("O12")
class ListenerTest {

    private static final StoreUnavailableException UNAVAILABLE = new StoreUnavailableException("no answer", null);

    private final EngineFixture bench = new EngineFixture();

    /** The one event that a call must end with. */
    private IdempotencyEvent end() {
        List<IdempotencyEvent> ends = bench.events.stream()
                .filter(event -> event instanceof Replayed
                        || event instanceof Refused
                        || event instanceof Settled
                        || event instanceof NotSettled
                        || event instanceof Released)
                .toList();
        assertThat(ends).hasSize(1);
        return ends.get(0);
    }

    @ParameterizedTest
    @EnumSource
    void firstCallIsClaimedAndSettledAndItsRepeatReplayed(TransactionMode mode) {
        bench.execute(OPTIONS.withMode(mode), () -> "one");

        Subject subject = new Subject("charge", mode, BINDING.recordKey().toString());
        assertThat(bench.events(OfCall.class))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.subject()).isEqualTo(subject));
        Claimed claimed = bench.events(Claimed.class).get(0);
        assertThat(claimed.attempt()).isEqualTo(1);
        assertThat(claimed.takeover()).isFalse();
        Settled settled = (Settled) end();
        assertThat(settled.result()).isEqualTo(Result.COMPLETED);
        assertThat(settled.attempt()).isEqualTo(1);
        assertThat(bench.events(StoreCalled.class)).hasSize(2).allSatisfy(called -> {
            assertThat(called.failure()).isNull();
            assertThat(called.duration()).isPositive();
        });

        bench.events.clear();
        bench.execute(OPTIONS.withMode(mode), () -> "two");
        assertThat(end())
                .isInstanceOfSatisfying(
                        Replayed.class,
                        replayed -> assertThat(replayed.retained()).isTrue());
        assertThat(bench.events(StoreCalled.class)).hasSize(1);
    }

    @Test
    void noEventShowsAKeyACallerOrABody() {
        bench.execute(() -> "a body that nobody may see");
        bench.execute(() -> "twice");

        assertThat(bench.events.toString())
                .doesNotContain("'" + BINDING.key() + "'", "=" + BINDING.key(), "a body that nobody may see", "acme");
    }

    @Test
    void outcomeWithoutBodyIsNotRetained() {
        bench.execute(() -> "x".repeat(EngineFixture.MAX_RESULT + 1));

        assertThat(((Settled) end()).result()).isEqualTo(Result.NOT_RETAINED);
        bench.events.clear();
        assertThatThrownBy(() -> bench.execute(() -> "two"));
        assertThat(((Replayed) end()).retained()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void failureThatIsAnAnswerIsSettledAndRefusesItsRepeats(TransactionMode mode) {
        OperationOptions options = OPTIONS.withMode(mode).withFailOn(IllegalArgumentException.class);
        assertThatThrownBy(() -> bench.execute(options, () -> {
            throw new IllegalArgumentException("declined");
        }));

        assertThat(((Settled) end()).result()).isEqualTo(Result.FAILED);
        bench.events.clear();
        assertThatThrownBy(() -> bench.execute(options, () -> "two"));
        assertThat(((Refused) end()).reason()).isEqualTo(Reason.PREVIOUSLY_FAILED);
    }

    @ParameterizedTest
    @EnumSource
    void exceptionThatIsNoAnswerReleases(TransactionMode mode) {
        assertThatThrownBy(() -> bench.execute(OPTIONS.withMode(mode), () -> {
            throw new IOException("disk full");
        }));

        assertThat(end()).isInstanceOf(Released.class);
    }

    @Test
    void refusalsNameTheirReason() {
        bench.execute(() -> {
            bench.events.clear();
            assertThatThrownBy(() -> bench.execute(() -> "meanwhile"));
            assertThat(((Refused) end()).reason()).isEqualTo(Reason.IN_PROGRESS);
            bench.events.clear();
            assertThatThrownBy(() -> bench.engine.begin(BINDING, Fingerprint.of(new byte[] {1}), OPTIONS));
            assertThat(((Refused) end()).reason()).isEqualTo(Reason.KEY_REUSED);
            return "first";
        });
        bench.events.clear();
        bench.store.failOn(Verb.CLAIM, UNAVAILABLE);
        assertThatThrownBy(() -> bench.execute(() -> "unasked"));
        assertThat(((Refused) end()).reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(bench.events(StoreCalled.class).get(0).failure()).isSameAs(UNAVAILABLE);
        bench.events.clear();
        bench.store.failOn(Verb.CLAIM, new IllegalStateException("a mistake"));
        assertThatThrownBy(() -> bench.execute(() -> "unasked"));
        assertThat(((Refused) end()).reason()).isEqualTo(Reason.INTERNAL_ERROR);
    }

    @Test
    void takeoverIsSaidWithItsAttempt() {
        bench.begin(OPTIONS);
        bench.clock.advance(OPTIONS.lease());
        bench.events.clear();

        bench.execute(() -> "second");

        assertThat(bench.events(Claimed.class)).singleElement().satisfies(claimed -> {
            assertThat(claimed.takeover()).isTrue();
            assertThat(claimed.attempt()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @EnumSource
    void zombieIsNotSettled(TransactionMode mode) {
        assertThatThrownBy(() -> bench.execute(OPTIONS.withMode(mode), () -> {
                    bench.engine.delete(BINDING);
                    return "late";
                }))
                .isInstanceOf(NotOwnerException.class);

        assertThat(((NotSettled) end()).reason()).isEqualTo(Loss.NOT_OWNER);
    }

    @Test
    void outcomeThatCannotBeStoredIsNotSettled() {
        bench.store.failOn(Verb.COMPLETE, UNAVAILABLE);

        assertThatThrownBy(() -> bench.execute(() -> "lost")).isInstanceOf(OutcomeNotStoredException.class);

        assertThat(((NotSettled) end()).reason()).isEqualTo(Loss.UNAVAILABLE);
    }

    @ParameterizedTest
    @EnumSource(names = "INDEPENDENT", mode = EnumSource.Mode.EXCLUDE)
    void commitsAreJudged(TransactionMode mode) {
        bench.transactions.commitEnd = CommitEnd.COMMITTED_WITHOUT_ANSWER;
        bench.execute(OPTIONS.withMode(mode), () -> "done");

        assertThat(bench.events(CommitJudged.class).get(0).verdict()).isEqualTo(Verdict.COMMITTED);
        assertThat(end()).isInstanceOf(Settled.class);
        bench.engine.delete(BINDING);
        bench.events.clear();
        bench.transactions.commitEnd = CommitEnd.ROLLED_BACK;
        assertThatThrownBy(() -> bench.execute(OPTIONS.withMode(mode), () -> "never"))
                .isInstanceOf(TransactionRolledBackException.class);
        assertThat(bench.events(CommitJudged.class).get(0).verdict()).isEqualTo(Verdict.ROLLED_BACK);
        assertThat(((NotSettled) end()).reason()).isEqualTo(Loss.ROLLED_BACK);
    }

    @ParameterizedTest
    @EnumSource(names = "INDEPENDENT", mode = EnumSource.Mode.EXCLUDE)
    void callersTransactionReportsWhatItBecame(TransactionMode mode) throws Exception {
        bench.transactions.begin();
        bench.execute(OPTIONS.withMode(mode), () -> "within");
        assertThat(bench.events(OfCall.class)).isEmpty();
        bench.transactions.commit();
        assertThat(end()).isInstanceOf(Settled.class);

        bench.engine.delete(BINDING);
        bench.events.clear();
        bench.transactions.begin();
        bench.execute(OPTIONS.withMode(mode), () -> "within");
        bench.transactions.rollback();
        bench.scheduler.drain();
        assertThat(((NotSettled) end()).reason()).isEqualTo(Loss.ROLLED_BACK);
    }

    @Test
    void sweepsAndOtherCallsOfTheStoreAreSaid() {
        bench.execute(() -> "one");
        bench.clock.advance(OPTIONS.retention().plus(Duration.ofSeconds(1)));
        bench.events.clear();

        bench.engine.sweep(10);

        assertThat(bench.events(Swept.class))
                .singleElement()
                .satisfies(swept -> assertThat(swept.records()).isEqualTo(1));
        bench.engine.lookup(BINDING);
        bench.engine.delete(BINDING);
        assertThat(bench.events(StoreCalled.class))
                .extracting(StoreCalled::verb)
                .contains(IdempotencyEvent.Verb.SWEEP, IdempotencyEvent.Verb.LOOKUP, IdempotencyEvent.Verb.DELETE);
    }
}
