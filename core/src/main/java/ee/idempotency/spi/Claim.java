// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import java.time.Duration;

/** What a store answers to a {@link ClaimRequest}; exactly one of these. */
public sealed interface Claim {

    /** The caller owns the key and must run the operation, then complete, fail or release. */
    record Acquired(Ownership ownership) implements Claim {}

    /** Another attempt owns the key and its lease is running, or another taker was faster. */
    record InProgress(Duration leaseRemaining) implements Claim {}

    /** The operation completed; replay this. */
    record Completed(Outcome.Completed outcome) implements Claim {}

    /** The operation failed for good; report this outcome. */
    record Failed(Outcome.Failed outcome) implements Claim {}

    /** The key was claimed with another fingerprint, whatever became of it. */
    record KeyReused() implements Claim {}

    /** The owner's lease ran out and the operation must never run again. */
    record OutcomeUnknown() implements Claim {}

    /** The record found belongs to another binding. */
    record KeyCollision() implements Claim {}
}
