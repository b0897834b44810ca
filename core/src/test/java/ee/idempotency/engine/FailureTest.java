// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static ee.idempotency.engine.EngineFixture.BINDING;
import static ee.idempotency.engine.EngineFixture.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.Fingerprint;
import ee.idempotency.KeyReusedException;
import ee.idempotency.NotOwnerException;
import ee.idempotency.OperationStatus.State;
import ee.idempotency.OutcomeNotStoredException;
import ee.idempotency.PreviouslyFailedException;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.Work;
import ee.idempotency.spi.CallScope;
import ee.idempotency.spi.CurrentClaim;
import ee.idempotency.testing.FaultyStore.Verb;
import ee.idempotency.testing.Requirement;
import java.io.FileNotFoundException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What becomes of a claim whose operation throws. */
class FailureTest {

    private static final OperationOptions FAIL_ON_IO = OPTIONS.withFailOn(IOException.class);
    private static final StoreUnavailableException UNAVAILABLE = new StoreUnavailableException("no answer", null);

    private final EngineFixture bench = new EngineFixture();

    @Test
    @Requirement("C6")
    void exceptionGivesTheKeyBackAndPassesUnchanged() {
        IOException thrown = new IOException("disk full");

        assertThatThrownBy(() -> bench.execute(throwing(thrown))).isSameAs(thrown);

        assertThat(thrown.getSuppressed()).isEmpty();
        assertThat(bench.record()).isEmpty();
        assertThat(CurrentClaim.find()).isEmpty();
        assertThat(bench.execute(() -> "second")).isEqualTo("second");
        assertThat(bench.runs).hasValue(2);
    }

    @Test
    @Requirement("C6")
    void errorGivesTheKeyBackToo() {
        AssertionError thrown = new AssertionError("broken");

        assertThatThrownBy(() -> bench.execute(() -> {
                    throw thrown;
                }))
                .isSameAs(thrown);

        assertThat(bench.record()).isEmpty();
    }

    @Test
    @Requirement("C7")
    void exceptionThatIsAnAnswerIsStoredAndReportedToRepeats() {
        FileNotFoundException thrown = new FileNotFoundException("no such file");

        assertThatThrownBy(() -> bench.execute(FAIL_ON_IO, throwing(thrown))).isSameAs(thrown);

        assertThat(bench.record().orElseThrow().state()).isEqualTo(State.FAILED);
        assertThatThrownBy(() -> bench.execute(FAIL_ON_IO, () -> "second"))
                .isInstanceOfSatisfying(PreviouslyFailedException.class, failed -> {
                    assertThat(failed.code()).isEqualTo("FileNotFoundException");
                    assertThat(failed.failureMessage())
                            .as("an application's own text may hold anything")
                            .isEmpty();
                    assertThat(failed).hasMessageEndingWith("failed before with FileNotFoundException");
                });
        assertThat(bench.runs).hasValue(1);
    }

    @Test
    @Requirement("H11")
    void workMayGiveTheKeyBackAlthoughItReturned() {
        for (String result : new String[] {"not yet", "not yet either"}) {
            assertThat(bench.execute(() -> {
                        CurrentClaim.find().orElseThrow().outcome().release();
                        return result;
                    }))
                    .isEqualTo(result);
        }

        assertThat(bench.record()).isEmpty();
    }

    @Test
    @Requirement("H11")
    void workMaySayThatItsExceptionIsAnAnswer() {
        IOException thrown = new IOException("sent, but not acknowledged");

        assertThatThrownBy(() -> bench.execute(() -> {
                    new ClaimContext(CallScope.NONE).outcome().store();
                    throw thrown;
                }))
                .isSameAs(thrown);

        assertThatThrownBy(() -> bench.execute(() -> "second")).isInstanceOf(PreviouslyFailedException.class);
        assertThat(bench.runs).hasValue(1);
    }

    @Test
    @Requirement("C14")
    void otherPayloadIsAnsweredKeyReusedAfterAFailure() {
        assertThatThrownBy(() -> bench.execute(FAIL_ON_IO, throwing(new IOException())))
                .isInstanceOf(IOException.class);

        assertThatThrownBy(() -> bench.engine.execute(
                        BINDING, Fingerprint.of(new byte[] {1}), FAIL_ON_IO, String.class, () -> "other"))
                .isInstanceOf(KeyReusedException.class);
    }

    @Test
    @Requirement("C7")
    void exceptionWithoutMessageIsStoredToo() {
        assertThatThrownBy(() -> bench.execute(FAIL_ON_IO, throwing(new IOException())))
                .isInstanceOf(IOException.class);

        assertThatThrownBy(() -> bench.execute(FAIL_ON_IO, () -> "second"))
                .isInstanceOfSatisfying(
                        PreviouslyFailedException.class,
                        failed -> assertThat(failed.failureMessage()).isEmpty());
    }

    @Test
    @Requirement("C7")
    void anonymousExceptionIsStoredUnderTheNameOfTheClassItExtends() {
        IOException anonymous = new IOException("nameless") {
            private static final long serialVersionUID = 1L;
        };

        assertThatThrownBy(() -> bench.execute(FAIL_ON_IO, throwing(anonymous))).isSameAs(anonymous);

        assertThatThrownBy(() -> bench.execute(FAIL_ON_IO, () -> "second"))
                .isInstanceOfSatisfying(
                        PreviouslyFailedException.class,
                        failed -> assertThat(failed.code()).isEqualTo("IOException"));
    }

    @Test
    @Requirement("C6")
    void releaseThatFailsDoesNotHideTheException() {
        IOException thrown = new IOException("disk full");
        for (RuntimeException fault : new RuntimeException[] {UNAVAILABLE, new IllegalStateException("pool closed")}) {
            bench.store.failOn(Verb.RELEASE, fault);

            assertThatThrownBy(() -> bench.execute(throwing(thrown))).isSameAs(thrown);

            bench.clock.advance(OPTIONS.lease());
        }
        bench.store.recover();
        assertThat(bench.execute(() -> "after the lease")).isEqualTo("after the lease");
    }

    @Test
    @Requirement("C3")
    void exceptionOfAnAttemptThatWasTakenOverChangesNothing() {
        IOException thrown = new IOException("late");

        assertThatThrownBy(() -> bench.execute(() -> {
                    bench.takeOverElsewhere("of the successor");
                    throw thrown;
                }))
                .isSameAs(thrown);

        assertThat(bench.execute(() -> "third")).isEqualTo("of the successor");
    }

    @Test
    @Requirement("C3")
    void failureOfAnAttemptThatWasTakenOverIsRefusedAndNamesItsException() {
        IOException thrown = new IOException("late");

        assertThatThrownBy(() -> bench.execute(FAIL_ON_IO, () -> {
                    bench.takeOverElsewhere("of the successor");
                    throw thrown;
                }))
                .isInstanceOf(NotOwnerException.class)
                .hasSuppressedException(thrown);

        assertThat(bench.execute(() -> "third")).isEqualTo("of the successor");
    }

    @Test
    void failureThatCannotBeStoredNamesItsExceptionAndKeepsTheClaim() {
        IOException thrown = new IOException("declined");
        bench.store.failOn(Verb.FAIL, UNAVAILABLE);

        assertThatThrownBy(() -> bench.execute(FAIL_ON_IO, throwing(thrown)))
                .isInstanceOf(OutcomeNotStoredException.class)
                .hasCause(UNAVAILABLE)
                .hasSuppressedException(thrown);

        assertThat(bench.store.calls()).doesNotContain(Verb.RELEASE);
        assertThat(bench.record().orElseThrow().state()).isEqualTo(State.IN_PROGRESS);
    }

    private static <X extends Exception> Work<String, X> throwing(X thrown) {
        return () -> {
            throw thrown;
        };
    }
}
