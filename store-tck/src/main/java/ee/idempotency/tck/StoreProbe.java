// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.OperationStatus.State;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordKey;
import ee.idempotency.spi.TransactionalVerbs;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The store under test, which records whatever was claimed so that its invariants can be checked. Thread-safe. */
final class StoreProbe implements AutoCloseable {

    private final StoreUnderTest fixture;
    private final Set<RecordKey> claimed = ConcurrentHashMap.newKeySet();

    StoreProbe(StoreUnderTest fixture) {
        this.fixture = fixture;
    }

    IdempotencyStore store() {
        return fixture.store();
    }

    void advance(Duration time) {
        fixture.advance(time);
    }

    boolean ownersClaimAgain() {
        return fixture.ownersClaimAgain();
    }

    Claim claim(ClaimRequest request) {
        return claimOn(fixture.store(), request);
    }

    /** Claims on this node or the other, by turns, so that a race runs over both. */
    Claim claimOnNode(int turn, ClaimRequest request) {
        return claimOn(node(turn), request);
    }

    IdempotencyStore node(int turn) {
        return turn % 2 == 0 ? fixture.store() : fixture.otherNode();
    }

    private Claim claimOn(IdempotencyStore node, ClaimRequest request) {
        claimed.add(request.recordKey());
        return node.claim(request);
    }

    /** Claims and expects to own the key. */
    Ownership acquire(ClaimRequest request) {
        Claim claim = claim(request);
        assertThat(claim).isInstanceOf(Claim.Acquired.class);
        Ownership ownership = ((Claim.Acquired) claim).ownership();
        assertThat(ownership.recordKey()).isEqualTo(request.recordKey());
        assertThat(ownership.ownerToken()).isEqualTo(request.ownerToken());
        return ownership;
    }

    Ownership acquireAndComplete(ClaimRequest request, Outcome.Completed outcome) {
        Ownership ownership = acquire(request);
        assertThat(store().complete(ownership, outcome)).isEqualTo(OwnerWrite.APPLIED);
        return ownership;
    }

    Ownership acquireAndFail(ClaimRequest request, Outcome.Failed outcome) {
        Ownership ownership = acquire(request);
        assertThat(store().fail(ownership, outcome)).isEqualTo(OwnerWrite.APPLIED);
        return ownership;
    }

    /** What the store does inside a transaction. */
    TransactionalVerbs joinable() {
        return joinable(store());
    }

    private static TransactionalVerbs joinable(IdempotencyStore node) {
        return node.transactional()
                .orElseThrow(() -> new AssertionError("The store under test has no transactional() verbs"));
    }

    /** Runs in a transaction of this node, and commits it unless {@code work} throws. */
    <T> T inTransaction(Callable<T> work) throws Exception {
        return transactional().inTransaction(transactional().store(), work);
    }

    Optional<Claim> claimInTransaction(ClaimRequest request, Duration lockWait) {
        claimed.add(request.recordKey());
        return joinable().claimInTransaction(request, lockWait);
    }

    /** Claims in the open transaction and expects to own the key. */
    Ownership acquireInTransaction(ClaimRequest request, Duration lockWait) {
        Optional<Claim> claim = claimInTransaction(request, lockWait);
        assertThat(claim).containsInstanceOf(Claim.Acquired.class);
        return ((Claim.Acquired) claim.orElseThrow()).ownership();
    }

    /** Claims in a transaction of its own on the other node, on another thread, which has started when this returns. */
    CompletableFuture<Optional<Claim>> claimOnOtherNodeInTransaction(ClaimRequest request, Duration lockWait) {
        IdempotencyStore other = transactional().otherNode();
        CountDownLatch started = new CountDownLatch(1);
        CompletableFuture<Optional<Claim>> claim = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        started.countDown();
                        return transactional()
                                .inTransaction(other, () -> joinable(other).claimInTransaction(request, lockWait));
                    } catch (Exception failed) {
                        throw new CompletionException(failed);
                    }
                },
                task -> new Thread(task).start());
        try {
            assertThat(started.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
        return claim;
    }

    private TransactionalStoreUnderTest transactional() {
        return (TransactionalStoreUnderTest) fixture;
    }

    Optional<IdempotencyRecord> lookup(ClaimRequest request) {
        return store().lookup(request.recordKey());
    }

    /** The record, which must be there. */
    IdempotencyRecord record(ClaimRequest request) {
        Optional<IdempotencyRecord> record = lookup(request);
        assertThat(record).isPresent();
        return record.get();
    }

    /** No record is in a state that the protocol does not know. */
    void checkInvariants() {
        claimed.forEach(key -> store().lookup(key).ifPresent(record -> checkInvariants(key, record)));
    }

    private static void checkInvariants(RecordKey key, IdempotencyRecord record) {
        assertThat(record.recordKey()).isEqualTo(key);
        assertThat(record.attempt()).as("attempt").isPositive();
        assertThat(record.expiresAt()).as("expiresAt").isAfter(record.createdAt());
        if (record.state() == State.IN_PROGRESS) {
            assertThat(record.leaseUntil()).as("lease of a claim in progress").isPresent();
            assertThat(record.outcome()).as("outcome of a claim in progress").isEmpty();
        } else {
            Class<? extends Outcome> kind =
                    record.state() == State.COMPLETED ? Outcome.Completed.class : Outcome.Failed.class;
            assertThat(record.leaseUntil()).as("lease of a settled record").isEmpty();
            assertThat(record.outcome()).as("outcome of a settled record").containsInstanceOf(kind);
        }
    }

    @Override
    public void close() {
        fixture.close();
    }
}
