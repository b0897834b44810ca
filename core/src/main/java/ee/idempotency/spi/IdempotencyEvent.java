// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import ee.idempotency.TransactionMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link IdempotencyListener} learns. No event carries a key, a caller, a tenant or a body. A call that reached the
 * engine ends with exactly one {@link Replayed}, {@link Refused}, {@link Settled}, {@link NotSettled} or {@link Released};
 * all durations are of this node's monotonic clock.
 */
public sealed interface IdempotencyEvent {

    /**
     * What an event is about.
     *
     * @param operation the operation's name; there are as many as the application has operations
     * @param mode how claim, work and outcome are divided into transactions
     * @param record the first eight hex digits of the record key: enough to find the record, too little to guess the key
     */
    record Subject(String operation, TransactionMode mode, String record) {

        /** As log lines name it. */
        @Override
        public String toString() {
            return "Operation '" + operation + "' [" + record + "]";
        }
    }

    /** An event of one call. */
    sealed interface OfCall extends IdempotencyEvent {

        /** What the call is about. */
        Subject subject();
    }

    /**
     * The call owns the key, and its operation runs now.
     *
     * @param attempt which attempt of the record it is, from 1
     * @param takeover whether an earlier attempt's lease had run out: its node may have died
     * @param waited how long the call waited on this node for another one
     * @param duration how long the start took, with the wait
     */
    record Claimed(Subject subject, int attempt, boolean takeover, Duration waited, Duration duration)
            implements OfCall {}

    /**
     * The call got the stored outcome.
     *
     * @param retained whether the outcome has a body, be it empty; a repeat of one that has none is refused by the adapter
     * @param waited as {@link Claimed#waited}
     * @param duration as {@link Claimed#duration}
     */
    record Replayed(Subject subject, boolean retained, Duration waited, Duration duration) implements OfCall {}

    /**
     * The call neither ran nor got an outcome.
     *
     * @param reason why
     * @param waited as {@link Claimed#waited}
     * @param duration as {@link Claimed#duration}
     */
    record Refused(Subject subject, Reason reason, Duration waited, Duration duration) implements OfCall {}

    /** Why a call was refused. */
    enum Reason {
        /** Another call with this key runs. */
        IN_PROGRESS,
        /** The key came before with another payload. */
        KEY_REUSED,
        /** The operation failed before, for good. */
        PREVIOUSLY_FAILED,
        /** The operation was started, and nobody knows how it ended. */
        OUTCOME_UNKNOWN,
        /** Another key has the same record key. */
        KEY_COLLISION,
        /** The stored outcome cannot be trusted. */
        DAMAGED_RECORD,
        /** The operation completed, and its outcome can never be opened again. */
        NOT_RETAINED,
        /** A {@link ClaimGate} refused it. */
        GATE,
        /** The store did not answer, or what seals outcomes did not. */
        UNAVAILABLE,
        /** The call was made where its mode is not possible. */
        NOT_POSSIBLE_HERE,
        /** Anything else: a mistake of the application, its deployment or this library. */
        INTERNAL_ERROR
    }

    /**
     * The outcome of the call is stored, and committed.
     *
     * @param attempt as {@link Claimed#attempt}
     * @param result what is stored
     * @param ran how long the operation ran
     * @param duration how long it took to store the outcome
     */
    record Settled(Subject subject, int attempt, Result result, Duration ran, Duration duration) implements OfCall {}

    /** What a call was settled with. */
    enum Result {
        /** An outcome that can be replayed. */
        COMPLETED,
        /** An outcome without its body: the operation does not run again, but nothing can be replayed. */
        NOT_RETAINED,
        /** A failure. */
        FAILED
    }

    /**
     * The operation ran, and its outcome is not stored.
     *
     * @param attempt as {@link Claimed#attempt}
     * @param reason why
     * @param ran as {@link Settled#ran}
     * @param duration how long it took to find out
     */
    record NotSettled(Subject subject, int attempt, Loss reason, Duration ran, Duration duration) implements OfCall {}

    /** Why an outcome was not stored. */
    enum Loss {
        /** Another attempt took over. */
        NOT_OWNER,
        /** The work's transaction was rolled back: it had no effect, and its key is free. */
        ROLLED_BACK,
        /** A failure was to be stored, and the transaction of the operation's caller is rolled back. */
        REJECTION_NOT_KEPT,
        /** The store did not answer. */
        UNAVAILABLE,
        /** Anything else. */
        INTERNAL_ERROR
    }

    /**
     * The operation's key was given back: nothing is stored, and a repeat runs.
     *
     * @param attempt as {@link Claimed#attempt}
     * @param ran as {@link Settled#ran}
     * @param duration how long it took
     */
    record Released(Subject subject, int attempt, Duration ran, Duration duration) implements OfCall {}

    /**
     * A key that was to be given back is not.
     *
     * @param attempt as {@link Claimed#attempt}
     * @param failure why the store did not do it, and the claim ends with its lease; null if the attempt no longer owned it
     */
    record ReleaseFailed(
            Subject subject, int attempt, @Nullable Throwable failure) implements OfCall {}

    /**
     * A claim was not renewed in time while its operation ran.
     *
     * @param attempt as {@link Claimed#attempt}
     * @param certain whether the store has said that it is no longer owned; otherwise the store did not answer for a whole
     *     lease, and the outcome is still stored if nobody has taken over
     * @param cause what the renewal ended with
     */
    record LeaseLost(Subject subject, int attempt, boolean certain, Throwable cause) implements OfCall {}

    /**
     * A claim is renewed no more, because its operation has run for its whole retention.
     *
     * @param attempt as {@link Claimed#attempt}
     */
    record RenewalEnded(Subject subject, int attempt) implements OfCall {}

    /**
     * A method's result is not kept: the call is settled without it, and a repeat is refused as not retained.
     *
     * @param attempt as {@link Claimed#attempt}
     * @param reason the result's type and what is wrong with it: its size, the member that is not read back, the codec's
     *     exception by its class; never a value. To be logged: there are as many as there are mistakes
     */
    record ResultNotRetained(Subject subject, int attempt, String reason) implements OfCall {}

    /**
     * A commit failed, and the record was asked what became of it.
     *
     * @param attempt as {@link Claimed#attempt}
     * @param verdict what the record says
     * @param cause what the commit ended with
     */
    record CommitJudged(Subject subject, int attempt, Verdict verdict, Throwable cause) implements OfCall {}

    /** How a commit ended. */
    enum Verdict {
        /** It had happened after all. */
        COMMITTED,
        /** It did not happen, and never will. */
        ROLLED_BACK,
        /** Nobody knows yet. */
        UNKNOWN
    }

    /**
     * The transaction that the operation shares with its outcome was ended by something else than the engine: by the
     * operation, or by the transaction manager, whose time-out was over.
     *
     * @param attempt as {@link Claimed#attempt}
     * @param rolledBack whether it was rolled back; if so the operation had no effect, and its outcome is not stored
     */
    record TransactionGone(Subject subject, int attempt, boolean rolledBack) implements OfCall {}

    /**
     * The store was asked.
     *
     * @param verb what for
     * @param duration how long it took, with the store's own retries
     * @param failure what it threw; null if it answered. A message in it may be the database's: to be logged, never to be
     *     published
     */
    record StoreCalled(
            Verb verb, Duration duration, @Nullable Throwable failure) implements IdempotencyEvent {}

    /** What a store is asked for. */
    enum Verb {
        /** {@link IdempotencyStore#claim}. */
        CLAIM,
        /** A claim in the calling thread's transaction. */
        CLAIM_IN_TRANSACTION,
        /** {@link IdempotencyStore#settle}. */
        SETTLE,
        /** An outcome in the calling thread's transaction. */
        SETTLE_IN_TRANSACTION,
        /** The question whether an outcome is stored. */
        IS_SETTLED,
        /** {@link IdempotencyStore#release}. */
        RELEASE,
        /** {@link IdempotencyStore#renew}. */
        RENEW,
        /** {@link IdempotencyStore#lookup}. */
        LOOKUP,
        /** {@link IdempotencyStore#delete}. */
        DELETE,
        /** {@link IdempotencyStore#sweep}. */
        SWEEP
    }

    /**
     * A sweep is over.
     *
     * @param records how many records it deleted
     * @param duration how long it took, all batches together
     */
    record Swept(long records, Duration duration) implements IdempotencyEvent {}

    /**
     * The hot tier went out of use, or is used again: once for each change, from the call that noticed it.
     *
     * @param serving whether it is asked from now on
     */
    record HotTierChanged(boolean serving) implements IdempotencyEvent {}

    /**
     * Shadow mode has found something out about a request, which changes nothing for it. None of the events of a call is
     * reported for it.
     *
     * @param operation the operation's name
     * @param finding what was found out
     */
    record Shadowed(String operation, ShadowFinding finding) implements IdempotencyEvent {}
}
