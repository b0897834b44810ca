// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.ChangeRefusedException;
import ee.idempotency.ChangeRefusedException.Reason;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.OperationStatus.State;
import ee.idempotency.spi.RecordBrowser.Filter;
import ee.idempotency.spi.RecordBrowser.Summary;
import ee.idempotency.testing.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which change an administrator may make of which record, and which records a filter lists. */
@Requirement("O6")
class RecordChangeTest {

    private static final int VERSION = 7;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Binding BINDING = new Binding("acme", "charge", "alice", "k");

    private static Summary record(State state, boolean leaseIsOver, OnLeaseLost onLeaseLost) {
        return new Summary(
                BINDING.recordKey(),
                BINDING,
                state,
                1,
                VERSION,
                Optional.empty(),
                leaseIsOver,
                onLeaseLost,
                Instant.EPOCH,
                Instant.EPOCH.plus(DAY));
    }

    private static RecordChange of(RecordChange.Verb verb) {
        return switch (verb) {
            case RELEASE -> new RecordChange.Release();
            case EXPIRE_LEASE -> new RecordChange.ExpireLease();
            case RESOLVE_COMPLETED -> new RecordChange.Resolve(new Outcome.Completed(200, List.of(), Bytes.EMPTY), DAY);
            case RESOLVE_FAILED -> new RecordChange.Resolve(new Outcome.Failed("declined", ""), DAY);
            case NEVER_HAPPENED -> new RecordChange.NeverHappened();
            case DELETE -> new RecordChange.Delete();
            case REVEAL -> new RecordChange.Reveal();
        };
    }

    /** Of a claim whose lease runs, of one whose lease is over, of one that is never to run again, of a settled record. */
    @ParameterizedTest
    @CsvSource({
        "RELEASE,           LIVE_LEASE,  ,            WRONG_STATE, WRONG_STATE",
        "EXPIRE_LEASE,      ,            WRONG_STATE, WRONG_STATE, WRONG_STATE",
        "RESOLVE_COMPLETED, LIVE_LEASE,  ,            ,            WRONG_STATE",
        "RESOLVE_FAILED,    LIVE_LEASE,  ,            ,            WRONG_STATE",
        "NEVER_HAPPENED,    LIVE_LEASE,  ,            ,            WRONG_STATE",
        "DELETE,            LIVE_LEASE,  WRONG_STATE, WRONG_STATE, ",
        "REVEAL,            WRONG_STATE, WRONG_STATE, WRONG_STATE, "
    })
    void eachChangeIsForItsRecords(RecordChange.Verb verb, Reason live, Reason over, Reason never, Reason settled) {
        RecordChange change = of(verb);
        assertThat(change.verb()).isEqualTo(verb);
        assertRefused(change, record(State.IN_PROGRESS, false, OnLeaseLost.TAKE_OVER), live);
        assertRefused(change, record(State.IN_PROGRESS, true, OnLeaseLost.TAKE_OVER), over);
        assertRefused(change, record(State.IN_PROGRESS, true, OnLeaseLost.NEVER_RE_EXECUTE), never);
        for (State state : List.of(State.COMPLETED, State.FAILED)) {
            assertRefused(change, record(state, false, OnLeaseLost.TAKE_OVER), settled);
        }
    }

    private static void assertRefused(RecordChange change, Summary record, Reason reason) {
        if (reason == null) {
            assertThatCode(() -> change.check(record, VERSION)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> change.check(record, VERSION))
                    .isInstanceOfSatisfying(
                            ChangeRefusedException.class,
                            refused -> assertThat(refused.reason()).isEqualTo(reason));
        }
    }

    @Test
    @Requirement("C4")
    void aRecordThatHasChangedSinceItWasShownIsLeftAlone() {
        Summary settled = record(State.COMPLETED, false, OnLeaseLost.TAKE_OVER);

        assertThatThrownBy(() -> new RecordChange.Delete().check(settled, VERSION - 1))
                .isInstanceOfSatisfying(
                        ChangeRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.STALE_VERSION));
    }

    @Test
    void aFilterListsWhatHasAllThatItAsksFor() {
        Summary never = record(State.IN_PROGRESS, true, OnLeaseLost.NEVER_RE_EXECUTE);

        for (Filter listed : List.of(
                Filter.ALL,
                Filter.inState(State.IN_PROGRESS),
                Filter.leaseOver(),
                Filter.unresolved(),
                Filter.ALL
                        .ofTenant("acme")
                        .ofOperation("charge")
                        .ofCaller("alice")
                        .ofKey("k"))) {
            assertThat(listed.lists(never)).as(listed.toString()).isTrue();
        }
        for (Filter other : List.of(
                Filter.inState(State.COMPLETED),
                Filter.ALL.ofTenant("other"),
                Filter.ALL.ofOperation("other"),
                Filter.ALL.ofCaller("other"),
                Filter.ALL.ofKey("other"))) {
            assertThat(other.lists(never)).as(other.toString()).isFalse();
        }
        assertThat(Filter.leaseOver().lists(record(State.IN_PROGRESS, false, OnLeaseLost.TAKE_OVER)))
                .isFalse();
        assertThat(Filter.unresolved().lists(record(State.IN_PROGRESS, true, OnLeaseLost.TAKE_OVER)))
                .isFalse();
    }

    @Test
    void aFilterDoesNotShowCallerAndKey() {
        assertThat(Filter.ALL.ofCaller("alice").ofKey("secret"))
                .hasToString(Filter.ALL.ofCaller("a").ofKey("b").toString());
        assertThat(Filter.ALL.ofCaller("alice").toString())
                .isNotEqualTo(Filter.ALL.toString())
                .doesNotContain("alice");
    }
}
