// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

/** How a unit of work ends after it has had its effect. */
public enum WorkEnding {
    WORKS,
    /** It stays inside until the test lets it go. */
    WAITS,
    THROWS,
    THROWS_CHECKED,
    /** It returns, but with its transaction marked for rollback. */
    MARKS,
    /** It returns, but after the transaction manager has ended its transaction, whose time is over. */
    OUTLASTS,
    /** It throws what its operation declares to be an answer. */
    DECLINES
}
