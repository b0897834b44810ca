// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

/** What a repeat may do with a claim whose owner fell silent for longer than its lease. */
public enum OnLeaseLost {

    /**
     * The repeat takes the claim over and runs the operation again; the old owner, should it wake up, is refused. Right
     * where the effect is in the same transaction as the outcome, or is itself idempotent.
     */
    TAKE_OVER,

    /**
     * The repeat is refused with {@link OutcomeUnknownException}, and so is every other, until an operator has looked
     * and deleted the record. Right where a second run would do harm and nobody downstream removes duplicates.
     */
    NEVER_RE_EXECUTE
}
