// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import ee.idempotency.StoreUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps records. The verbs are few, and each is atomic: it happens as a whole or not at all, whatever runs beside it on
 * any node. The rules every implementation keeps, and the contract kit {@code idempotency-store-tck} checks:
 *
 * <ol>
 *   <li><b>claim</b> looks at the record in this order: absent or past {@code expiresAt} - claim it as new; another
 *       binding - collision; a fingerprint that the request does not {@linkplain ClaimRequest#accepts accept} - key
 *       reused; settled - its outcome; in progress with a running lease - in progress; lease run out and
 *       {@code NEVER_RE_EXECUTE} - outcome unknown; lease run out - take over by one conditional write that names the old
 *       owner and leaves the fingerprint as it is. Of any number of claims at once, one is acquired.
 *   <li>A record whose attempt is in progress counts as expired only once its lease has run out too, and never under
 *       {@code NEVER_RE_EXECUTE}.
 *   <li>A claim by the token that already owns the record is acquired again: so a claim whose commit went unanswered is
 *       found.
 *   <li><b>complete, fail, release, renew</b> are one conditional write each that names the owner token and the state.
 *       An owner whose lease ran out may still write as long as nobody took over.
 *   <li><b>sweep</b> repeats the whole condition in the deleting write.
 *   <li>Times are of one clock, the store's, never the caller's.
 * </ol>
 *
 * <p>Implementations are thread-safe, never call back, and throw {@link StoreUnavailableException} for whatever is
 * neither an answer nor the caller's mistake, after bounded retries of their own.
 */
public interface IdempotencyStore {

    /**
     * Claims a key, or reports what stands in the way.
     *
     * @throws StoreUnavailableException if the store does not answer; the claim may or may not be there, and nobody owns
     *     it
     */
    Claim claim(ClaimRequest request);

    /**
     * Settles a claim with an answer.
     *
     * @throws StoreUnavailableException if the store does not answer; the outcome may or may not be there
     */
    OwnerWrite complete(Ownership ownership, Outcome.Completed outcome);

    /**
     * Settles a claim with a failure.
     *
     * @throws StoreUnavailableException as {@link #complete}
     */
    OwnerWrite fail(Ownership ownership, Outcome.Failed outcome);

    /** Settles a claim with either; the same as the two above. */
    default OwnerWrite settle(Ownership ownership, Outcome outcome) {
        return outcome instanceof Outcome.Completed completed
                ? complete(ownership, completed)
                : fail(ownership, (Outcome.Failed) outcome);
    }

    /**
     * Gives a key back: it can be claimed at once. Touches no settled record.
     *
     * @throws StoreUnavailableException if the store does not answer; the claim then ends with its lease
     */
    OwnerWrite release(Ownership ownership);

    /**
     * Lets the lease run for {@code lease} from now, and the retention for {@code retention} from now.
     *
     * @throws StoreUnavailableException if the store does not answer; the lease may or may not be renewed
     */
    OwnerWrite renew(Ownership ownership, Duration lease, Duration retention);

    /** Reads without claiming, renewing or refreshing anything; empty also for a record that has expired. */
    Optional<IdempotencyRecord> lookup(RecordKey recordKey);

    /** Removes one record whatever its state, and says whether it was there. For administration. */
    boolean delete(RecordKey recordKey);

    /**
     * Deletes at most {@code limit} expired records, each as one step that no claim or renewal can fall between.
     *
     * @return how many were deleted; fewer than {@code limit} if no more were found
     */
    int sweep(int limit);

    /**
     * The verbs inside the transaction of the calling thread; empty if the store takes part in none. Whether it is
     * empty never changes. A store that is deployed as a bean declares it, too, by {@link JoinsTransactions}.
     */
    default Optional<TransactionalVerbs> transactional() {
        return Optional.empty();
    }

    /** Lists records, for administration; empty if the store cannot. Whether it is empty never changes. */
    default Optional<RecordBrowser> records() {
        return Optional.empty();
    }

    /** Changes records, for administration; empty if the store cannot. Whether it is empty never changes. */
    default Optional<AdministrativeVerbs> administrative() {
        return Optional.empty();
    }

    /**
     * Where the store reports what it notices by itself, such as {@link IdempotencyEvent.HotTierChanged}: on the thread of
     * the call that noticed it, at once, also inside a transaction. An engine says so once, before its first call; the last
     * one that did is reported to. The consumer throws nothing.
     */
    default void reportTo(Consumer<IdempotencyEvent> events) {}
}
