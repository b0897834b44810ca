// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import ee.idempotency.OutcomeChoice;

/**
 * A claim that the current call holds.
 *
 * @param binding what is claimed
 * @param ownership by which attempt
 * @param lease for how long
 * @param outcome what the call says of its outcome
 */
public record ActiveClaim(Binding binding, Ownership ownership, ClaimLease lease, OutcomeChoice outcome) {

    /** A claim whose call has said nothing of its answer yet. */
    public ActiveClaim(Binding binding, Ownership ownership, ClaimLease lease) {
        this(binding, ownership, lease, new OutcomeChoice());
    }
}
