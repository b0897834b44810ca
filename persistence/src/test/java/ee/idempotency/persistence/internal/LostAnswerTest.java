// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static ee.idempotency.persistence.internal.TestClaims.ANSWER;
import static ee.idempotency.persistence.internal.TestClaims.acquire;
import static ee.idempotency.persistence.internal.TestClaims.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.StoreUnavailableException;
import ee.idempotency.liquibase.DatabaseKind;
import ee.idempotency.liquibase.EveryDatabase;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.tck.Requirement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;

/** The commit happened, its answer did not come: the row decides, not the exception. */
@Requirement("C3")
class LostAnswerTest {

    private static final Map<DatabaseKind, TestNode> NODES = new HashMap<>();

    @AfterAll
    static void stop() {
        NODES.values().forEach(TestNode::close);
    }

    private FaultyTransactions transactions;

    private DurableStore store(DatabaseKind kind) {
        TestNode node = NODES.computeIfAbsent(kind, database -> new TestNode(database.migrated()));
        transactions = new FaultyTransactions(node);
        return new DurableStore(transactions, node, StoreSettings.DEFAULTS);
    }

    @EveryDatabase
    void aClaimIsFoundByItsToken(DatabaseKind kind) {
        DurableStore store = store(kind);
        ClaimRequest request = request();
        transactions.loseTheAnswerOfTheNextCommit();
        Ownership owner = acquire(store, request);
        assertThat(owner.ownerToken()).isEqualTo(request.ownerToken());
        assertThat(owner.attempt()).isEqualTo(1);
        assertThat(transactions.begun()).isEqualTo(2);
        assertThat(store.complete(owner, ANSWER)).isEqualTo(OwnerWrite.APPLIED);
    }

    @EveryDatabase
    void aCompletionIsFoundByItsOutcome(DatabaseKind kind) {
        DurableStore store = store(kind);
        ClaimRequest request = request();
        Ownership owner = acquire(store, request);
        transactions.loseTheAnswerOfTheNextCommit();
        assertThat(store.complete(owner, ANSWER)).isEqualTo(OwnerWrite.APPLIED);
        assertThat(store.claim(request)).isEqualTo(new Claim.Completed(ANSWER));
    }

    @EveryDatabase
    void aFailureIsFoundByItsOutcome(DatabaseKind kind) {
        DurableStore store = store(kind);
        Ownership owner = acquire(store, request());
        transactions.loseTheAnswerOfTheNextCommit();
        assertThat(store.fail(owner, new Outcome.Failed("DECLINED", "no"))).isEqualTo(OwnerWrite.APPLIED);
    }

    @EveryDatabase
    void aReleaseIsFoundByTheAbsentRow(DatabaseKind kind) {
        DurableStore store = store(kind);
        Ownership owner = acquire(store, request());
        transactions.loseTheAnswerOfTheNextCommit();
        assertThat(store.release(owner)).isEqualTo(OwnerWrite.APPLIED);
    }

    @EveryDatabase
    void aRenewalIsDoneAgain(DatabaseKind kind) {
        DurableStore store = store(kind);
        Ownership owner = acquire(store, request());
        transactions.loseTheAnswerOfTheNextCommit();
        assertThat(store.renew(owner, Duration.ofMinutes(2), Duration.ofHours(1)))
                .isEqualTo(OwnerWrite.APPLIED);
    }

    /** Else an owner that was paused would go on beside its successor. */
    @EveryDatabase
    void aRenewalIsRefusedAfterALostAnswerIfAnotherHasTheClaim(DatabaseKind kind) {
        DurableStore store = store(kind);
        String key = UUID.randomUUID().toString();
        Ownership late = acquire(store, request(key));
        assertThat(store.delete(late.recordKey())).isTrue(); // or: given back after a takeover, or swept
        acquire(store, request(key));
        transactions.loseTheAnswerOfTheNextCommit();
        assertThat(store.renew(late, Duration.ofMinutes(2), Duration.ofHours(1)))
                .isEqualTo(OwnerWrite.NOT_OWNER);
    }

    @EveryDatabase
    void whoOwnsNothingIsStillRefusedAfterALostAnswer(DatabaseKind kind) {
        DurableStore store = store(kind);
        ClaimRequest first = request();
        Ownership owner = acquire(store, first);
        assertThat(store.complete(owner, ANSWER)).isEqualTo(OwnerWrite.APPLIED);
        Outcome.Completed other = new Outcome.Completed(500, List.of(), null);
        transactions.loseTheAnswerOfTheNextCommit();
        assertThat(store.complete(owner, other)).isEqualTo(OwnerWrite.NOT_OWNER);
        transactions.loseTheAnswerOfTheNextCommit();
        assertThat(store.release(owner)).isEqualTo(OwnerWrite.NOT_OWNER);
        assertThat(store.claim(first)).isEqualTo(new Claim.Completed(ANSWER));
    }

    /** Found by the checked model, variant W17: two lives of one record, both settled by their first attempt, alike. */
    @EveryDatabase
    void anEqualOutcomeInAnotherLifeOfTheRecordIsNotTakenForOnesOwn(DatabaseKind kind) {
        DurableStore store = store(kind);
        String key = UUID.randomUUID().toString();
        Ownership late = acquire(store, request(key));
        assertThat(store.delete(late.recordKey())).isTrue(); // or: taken over and given back, or swept
        Ownership successor = acquire(store, request(key));
        assertThat(store.complete(successor, ANSWER)).isEqualTo(OwnerWrite.APPLIED);
        transactions.loseTheAnswerOfTheNextCommit();
        assertThat(store.complete(late, ANSWER)).isEqualTo(OwnerWrite.NOT_OWNER);
    }

    @EveryDatabase
    void whatCannotBeRecognisedIsNotRepeated(DatabaseKind kind) {
        DurableStore store = store(kind);
        transactions.loseTheAnswerOfTheNextCommit();
        assertThatThrownBy(() -> store.delete(request().recordKey())).isInstanceOf(StoreUnavailableException.class);
        transactions.loseTheAnswerOfTheNextCommit();
        assertThatThrownBy(() -> store.sweep(1)).isInstanceOf(StoreUnavailableException.class);
    }
}
