// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

/** An administrator's change of a record was refused. Nothing was changed, and nothing is in the audit trail. */
public final class ChangeRefusedException extends IdempotencyException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String problem;

    /** Why. */
    public enum Reason {
        /** The record is gone, or is not what was shown any more: look at it again, and decide again. */
        STALE_VERSION,
        /** Its owner's lease runs: wait for its end, or expire it if the owner is known to be dead. */
        LIVE_LEASE,
        /** The change is not for records that stand so; the message names the one that is. */
        WRONG_STATE
    }

    /**
     * A refusal.
     *
     * @param subject the record, by the first digits of its key
     * @param problem what is wrong with the change, and what to do
     */
    public ChangeRefusedException(String subject, Reason reason, String problem) {
        super(subject + ": " + problem);
        this.reason = reason;
        this.problem = problem;
    }

    /** The same refusal of a record that is known by another name outside. */
    public ChangeRefusedException about(String subject) {
        return new ChangeRefusedException(subject, reason, problem);
    }

    /** Why it was refused. */
    public Reason reason() {
        return reason;
    }
}
