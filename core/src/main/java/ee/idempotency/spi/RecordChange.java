// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import ee.idempotency.ChangeRefusedException;
import ee.idempotency.ChangeRefusedException.Reason;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.OperationStatus.State;
import ee.idempotency.spi.RecordBrowser.Summary;
import java.time.Duration;

/** What an administrator changes. Which change is for which record is decided here, for every store. */
public sealed interface RecordChange {

    /** What it is called in the audit trail. */
    Verb verb();

    /**
     * Whether it is for a record in progress whose lease has run out; {@link ExpireLease} and {@link Delete} say otherwise.
     *
     * @throws ChangeRefusedException if it is not for such a record
     */
    default void checkState(Summary record) {
        if (record.state() != State.IN_PROGRESS) {
            throw refused(record, Reason.WRONG_STATE, "it is settled already; delete it if its outcome is wrong");
        }
        if (!record.leaseIsOver()) {
            throw refused(
                    record,
                    Reason.LIVE_LEASE,
                    "its lease runs; wait for its end, or expire it if its owner is known to be dead");
        }
    }

    /**
     * Decides about a record as the store has it now.
     *
     * @throws ChangeRefusedException if the version is another, or the change is not for such a record
     */
    default void check(Summary record, int version) {
        if (record.version() != version) {
            throw stale(record.recordKey());
        }
        checkState(record);
    }

    /** The refusal where a record is gone or has changed. */
    static ChangeRefusedException stale(RecordKey recordKey) {
        return new ChangeRefusedException(
                "Record [" + recordKey + "]",
                Reason.STALE_VERSION,
                "it has changed since it was shown, or is gone; look at it again");
    }

    private static ChangeRefusedException refused(Summary record, Reason reason, String message) {
        return new ChangeRefusedException("Record [" + record.recordKey() + "]", reason, message);
    }

    /** Names of changes in the audit trail. */
    enum Verb {
        /** {@link Release}. */
        RELEASE,
        /** {@link ExpireLease}. */
        EXPIRE_LEASE,
        /** {@link Resolve} with an outcome to replay. */
        RESOLVE_COMPLETED,
        /** {@link Resolve} with a failure. */
        RESOLVE_FAILED,
        /** {@link NeverHappened}. */
        NEVER_HAPPENED,
        /** {@link Delete}. */
        DELETE,
        /** {@link Reveal}. */
        REVEAL
    }

    /** Gives the key of a claim back whose owner is silent. Not for {@code NEVER_RE_EXECUTE}, which is to be resolved. */
    record Release() implements RecordChange {

        @Override
        public Verb verb() {
            return Verb.RELEASE;
        }

        @Override
        public void checkState(Summary record) {
            RecordChange.super.checkState(record);
            if (record.onLeaseLost() == OnLeaseLost.NEVER_RE_EXECUTE) {
                throw refused(
                        record,
                        Reason.WRONG_STATE,
                        "its operation must not run again unless somebody knows how it ended; resolve it");
            }
        }
    }

    /** Ends a lease that runs, because its owner is known to be dead. An owner that lives after all is refused. */
    record ExpireLease() implements RecordChange {

        @Override
        public Verb verb() {
            return Verb.EXPIRE_LEASE;
        }

        @Override
        public void checkState(Summary record) {
            if (record.state() != State.IN_PROGRESS) {
                throw refused(record, Reason.WRONG_STATE, "it is settled and has no lease");
            }
            if (record.leaseIsOver()) {
                throw refused(record, Reason.WRONG_STATE, "its lease has run out already");
            }
        }
    }

    /**
     * Stores an outcome in place of the silent owner, which somebody has found out elsewhere.
     *
     * @param outcome as it is stored: sealed, where outcomes are
     * @param retention how long from now it is replayed at least; what has run out of the record's own is not counted, or
     *     an old one would be absent at once and run again
     */
    record Resolve(Outcome outcome, Duration retention) implements RecordChange {

        @Override
        public Verb verb() {
            return outcome instanceof Outcome.Completed ? Verb.RESOLVE_COMPLETED : Verb.RESOLVE_FAILED;
        }
    }

    /** Gives the key of a claim back because its operation had no effect: the next call runs. */
    record NeverHappened() implements RecordChange {

        @Override
        public Verb verb() {
            return Verb.NEVER_HAPPENED;
        }
    }

    /** Removes a settled record: the next call runs. */
    record Delete() implements RecordChange {

        @Override
        public Verb verb() {
            return Verb.DELETE;
        }

        @Override
        public void checkState(Summary record) {
            if (record.state() == State.IN_PROGRESS) {
                throw refused(
                        record,
                        record.leaseIsOver() ? Reason.WRONG_STATE : Reason.LIVE_LEASE,
                        "it is in progress and has no outcome to delete; release or resolve it once its lease is over");
            }
        }
    }

    /** Changes nothing, and records that somebody looks at the outcome. */
    record Reveal() implements RecordChange {

        @Override
        public Verb verb() {
            return Verb.REVEAL;
        }

        @Override
        public void checkState(Summary record) {
            if (record.state() == State.IN_PROGRESS) {
                throw refused(record, Reason.WRONG_STATE, "it is in progress and has no outcome to look at");
            }
        }
    }
}
