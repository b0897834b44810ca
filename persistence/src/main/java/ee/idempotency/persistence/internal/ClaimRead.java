// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

/** What a claim's first statement found. */
sealed interface ClaimRead {

    /** The key was free and is now claimed, as attempt 1 and {@link SqlDialect#firstVersion}. */
    record Fresh() implements ClaimRead {}

    /** The key has a record. */
    record Present(Row row) implements ClaimRead {}

    /** There is a record that this transaction cannot see, or there was one: look again, by another statement. */
    record Unseen() implements ClaimRead {}
}
