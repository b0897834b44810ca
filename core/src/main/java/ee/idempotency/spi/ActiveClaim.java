// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

/**
 * A claim that the current call holds.
 *
 * @param binding what is claimed
 * @param ownership by which attempt
 * @param lease for how long
 */
public record ActiveClaim(Binding binding, Ownership ownership, ClaimLease lease) {}
