// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import static ee.idempotency.OnLeaseLost.NEVER_RE_EXECUTE;
import static ee.idempotency.tck.Requests.answer;
import static ee.idempotency.tck.Requests.failure;
import static ee.idempotency.tck.Requests.onLeaseLost;
import static ee.idempotency.tck.Requests.repeat;
import static ee.idempotency.tck.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.ChangeRefusedException;
import ee.idempotency.ChangeRefusedException.Reason;
import ee.idempotency.OperationStatus.State;
import ee.idempotency.spi.AdministrativeVerbs;
import ee.idempotency.spi.AuditEntry;
import ee.idempotency.spi.ChangeNote;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordChange;
import ee.idempotency.spi.RecordChange.Delete;
import ee.idempotency.spi.RecordChange.ExpireLease;
import ee.idempotency.spi.RecordChange.NeverHappened;
import ee.idempotency.spi.RecordChange.Release;
import ee.idempotency.spi.RecordChange.Resolve;
import ee.idempotency.spi.RecordChange.Reveal;
import ee.idempotency.spi.RecordChange.Verb;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What the {@linkplain ee.idempotency.spi.IdempotencyStore#administrative() administrative verbs} must do. A test of a store
 * that has them implements this interface beside extending {@link IdempotencyStoreContract}.
 */
public interface AdministrationContract extends StoreContract {

    /** Who changes records here. */
    ChangeNote NOTE = new ChangeNote("ops", "the node is known to be dead");

    private AdministrativeVerbs verbs() {
        return probe().store().administrative().orElseThrow();
    }

    private int version(ClaimRequest request) {
        int version = verbs().show(request.recordKey()).orElseThrow().version();
        assertThat(probe().record(request).version()).isEqualTo(version);
        return version;
    }

    private void change(ClaimRequest request, RecordChange change) {
        verbs().change(request.recordKey(), version(request), change, NOTE);
    }

    private List<AuditEntry> audit(ClaimRequest request) {
        return verbs().audit(request.recordKey(), 10);
    }

    private void assertRefused(ClaimRequest request, int version, RecordChange change, Reason reason) {
        assertThatThrownBy(() -> verbs().change(request.recordKey(), version, change, NOTE))
                .as(change.verb().name())
                .isInstanceOfSatisfying(
                        ChangeRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason))
                .hasMessageContaining("[" + request.recordKey() + "]");
    }

    private ClaimRequest silent(ClaimRequest request) {
        probe().acquire(request);
        probe().advance(LEASE.plusHours(1));
        return request;
    }

    @Test
    @Requirement("O6")
    default void aReleasedKeyIsNewAndTheReleaseIsInTheTrail() {
        ClaimRequest request = silent(request("k"));
        int version = version(request);
        change(request, new Release());

        assertThat(probe().lookup(request)).isEmpty();
        assertThat(verbs().show(request.recordKey())).isEmpty();
        AuditEntry entry = audit(request).get(0);
        assertThat(audit(request)).hasSize(1);
        assertThat(entry.verb()).isEqualTo(Verb.RELEASE);
        assertThat(entry.recordKey()).isEqualTo(request.recordKey());
        assertThat(entry.operation()).isEqualTo(request.binding().operation());
        assertThat(entry.stateBefore()).isEqualTo(State.IN_PROGRESS);
        assertThat(entry.versionBefore()).isEqualTo(version);
        assertThat(entry.note()).isEqualTo(NOTE);
        assertThat(probe().acquire(repeat(request)).attempt()).isEqualTo(1);
    }

    @Test
    @Requirement("O6")
    default void anExpiredLeaseIsTakenOverAndItsOwnerIsRefused() {
        ClaimRequest request = request("k");
        Ownership owner = probe().acquire(request);
        change(request, new ExpireLease());

        assertThat(probe().store().complete(owner, answer("of the zombie"))).isEqualTo(OwnerWrite.NOT_OWNER);
        assertThat(probe().store().renew(owner, LEASE, RETENTION)).isEqualTo(OwnerWrite.NOT_OWNER);
        assertThat(probe().store().release(owner)).isEqualTo(OwnerWrite.NOT_OWNER);
        assertThat(probe().acquire(repeat(request)).attempt()).isEqualTo(2);
        assertThat(audit(request)).extracting(AuditEntry::verb).containsExactly(Verb.EXPIRE_LEASE);
    }

    @Test
    @Requirement("O6")
    default void whatHappenedIsReplayedAndTheZombieIsRefused() {
        ClaimRequest request = onLeaseLost(request("k"), NEVER_RE_EXECUTE);
        Ownership zombie = probe().acquire(request);
        probe().advance(LEASE.plusHours(1));
        change(request, new Resolve(answer("it happened"), RETENTION));

        assertThat(probe().store().complete(zombie, answer("of the zombie"))).isEqualTo(OwnerWrite.NOT_OWNER);
        assertThat(probe().claim(repeat(request))).isEqualTo(new Claim.Completed(answer("it happened")));
        assertThat(audit(request)).extracting(AuditEntry::verb).containsExactly(Verb.RESOLVE_COMPLETED);
    }

    @Test
    @Requirement("O6")
    default void whatFailedIsReported() {
        ClaimRequest request = silent(onLeaseLost(request("k"), NEVER_RE_EXECUTE));
        change(request, new Resolve(failure("declined"), RETENTION));

        assertThat(probe().claim(repeat(request))).isEqualTo(new Claim.Failed(failure("declined")));
        assertThat(audit(request)).extracting(AuditEntry::verb).containsExactly(Verb.RESOLVE_FAILED);
    }

    @Test
    @Requirement("O6")
    default void whatNeverHappenedRuns() {
        ClaimRequest request = silent(onLeaseLost(request("k"), NEVER_RE_EXECUTE));
        change(request, new NeverHappened());

        assertThat(probe().acquire(repeat(request)).attempt()).isEqualTo(1);
        assertThat(audit(request)).extracting(AuditEntry::verb).containsExactly(Verb.NEVER_HAPPENED);
    }

    /** Such a record may be older than its retention; what resolves it must not make it absent. */
    @Test
    @Requirement("O6")
    default void aResolvedRecordIsKeptForItsRetentionFromThenOn() {
        ClaimRequest request = onLeaseLost(request("k"), NEVER_RE_EXECUTE);
        probe().acquire(request);
        probe().advance(RETENTION.plusHours(1));
        change(request, new Resolve(answer("it happened"), RETENTION));
        assertThat(probe().claim(repeat(request))).isEqualTo(new Claim.Completed(answer("it happened")));

        probe().advance(RETENTION.minusHours(1));
        assertThat(probe().claim(repeat(request))).isEqualTo(new Claim.Completed(answer("it happened")));
        probe().advance(TOLERANCE.plusHours(1));
        assertThat(probe().claim(repeat(request))).isInstanceOf(Claim.Acquired.class);
    }

    @Test
    @Requirement("O6")
    default void aDeletedOutcomeIsGone() {
        ClaimRequest request = request("k");
        probe().acquireAndComplete(request, answer("wrong"));
        change(request, new Delete());

        assertThat(probe().claim(repeat(request))).isInstanceOf(Claim.Acquired.class);
        assertThat(audit(request)).extracting(AuditEntry::stateBefore).containsExactly(State.COMPLETED);
    }

    @Test
    @Requirement("O6")
    default void aLookAtAnOutcomeChangesNothingAndIsInTheTrail() {
        ClaimRequest request = request("k");
        probe().acquireAndComplete(request, answer("secret"));
        int version = version(request);
        change(request, new Reveal());

        assertThat(version(request)).isEqualTo(version);
        assertThat(probe().claim(repeat(request))).isEqualTo(new Claim.Completed(answer("secret")));
        assertThat(audit(request)).extracting(AuditEntry::verb).containsExactly(Verb.REVEAL);
    }

    @Test
    @Requirement("O6")
    default void aLiveOwnerIsLeftAlone() {
        ClaimRequest request = request("k");
        Ownership owner = probe().acquire(request);
        for (RecordChange change :
                List.of(new Release(), new NeverHappened(), new Resolve(answer("guess"), RETENTION), new Delete())) {
            assertRefused(request, owner.version(), change, Reason.LIVE_LEASE);
        }

        assertThat(audit(request)).isEmpty();
        assertThat(probe().store().complete(owner, answer("one"))).isEqualTo(OwnerWrite.APPLIED);
    }

    @Test
    @Requirement("O6")
    default void aChangeIsForRecordsThatStandSo() {
        ClaimRequest unresolved = silent(onLeaseLost(request("unresolved"), NEVER_RE_EXECUTE));
        for (RecordChange change : List.of(new Release(), new ExpireLease(), new Delete(), new Reveal())) {
            assertRefused(unresolved, version(unresolved), change, Reason.WRONG_STATE);
        }
        ClaimRequest settled = request("settled");
        probe().acquireAndComplete(settled, answer("one"));
        for (RecordChange change :
                List.of(new Release(), new ExpireLease(), new NeverHappened(), new Resolve(answer("two"), RETENTION))) {
            assertRefused(settled, version(settled), change, Reason.WRONG_STATE);
        }

        assertThat(audit(unresolved)).isEmpty();
        assertThat(audit(settled)).isEmpty();
    }

    @Test
    @Requirement("O6")
    default void whatHasChangedSinceItWasShownIsRefused() {
        ClaimRequest request = silent(request("k"));
        int shown = version(request);
        Ownership successor = probe().acquire(repeat(request));
        assertRefused(request, shown, new Release(), Reason.STALE_VERSION);
        assertRefused(request, shown, new ExpireLease(), Reason.STALE_VERSION);

        assertThat(probe().store().complete(successor, answer("one"))).isEqualTo(OwnerWrite.APPLIED);
        assertRefused(request, successor.version(), new ExpireLease(), Reason.STALE_VERSION);
        assertRefused(request, successor.version(), new Reveal(), Reason.STALE_VERSION);

        probe().advance(RETENTION.plusHours(1));
        assertRefused(request, shown, new Delete(), Reason.STALE_VERSION);
        assertRefused(request("absent"), 1, new Delete(), Reason.STALE_VERSION);
        assertThat(audit(request)).isEmpty();
    }

    @Test
    @Requirement("O6")
    default void theTrailHasTheNewestFirstAndOutlivesTheRecord() {
        ClaimRequest request = request("k");
        probe().acquire(request);
        change(request, new ExpireLease());
        change(request, new Resolve(answer("one"), RETENTION));
        change(request, new Delete());

        assertThat(audit(request))
                .extracting(AuditEntry::verb)
                .containsExactly(Verb.DELETE, Verb.RESOLVE_COMPLETED, Verb.EXPIRE_LEASE);
        assertThat(verbs().audit(request.recordKey(), 1)).hasSize(1);
        assertThat(audit(request("another"))).isEmpty();
    }

    /** Sixty-four were shown the same version. */
    @Test
    @Requirement("O6")
    default void oneOfManyAdministratorsAtOnceResolvesARecord() {
        ClaimRequest request = silent(onLeaseLost(request("k"), NEVER_RE_EXECUTE));
        int version = version(request);
        try (Race race = new Race(RaceContract.RUNNERS)) {
            List<Optional<Reason>> results = race.run(runner -> () -> {
                Resolve change = new Resolve(answer("of " + runner), RETENTION);
                return refusal(runner, request, version, change);
            });
            assertThat(Collections.frequency(results, Optional.<Reason>empty())).isEqualTo(1);
            assertThat(Collections.frequency(results, Optional.of(Reason.STALE_VERSION)))
                    .isEqualTo(RaceContract.RUNNERS - 1);
            assertThat(probe().claim(repeat(request)))
                    .isEqualTo(new Claim.Completed(answer("of " + results.indexOf(Optional.<Reason>empty()))));
        }
        assertThat(audit(request)).hasSize(1);
    }

    private Optional<Reason> refusal(int runner, ClaimRequest request, int version, RecordChange change) {
        try {
            probe().node(runner).administrative().orElseThrow().change(request.recordKey(), version, change, NOTE);
            return Optional.empty();
        } catch (ChangeRefusedException refused) {
            return Optional.of(refused.reason());
        }
    }
}
