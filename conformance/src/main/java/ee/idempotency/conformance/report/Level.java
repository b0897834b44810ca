// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.report;

/** How much a rule binds (RFC 2119). A target that breaks a MUST fails; what it does otherwise is a note. */
public enum Level {
    /**
     * The draft or a standard it builds on says MUST, or the words "retry of the same request" would mean nothing without
     * it: one key, one run, one answer.
     */
    MUST,
    /** The draft says SHOULD or recommends. */
    SHOULD,
    /** The draft allows it or shows it in an example. */
    MAY
}
