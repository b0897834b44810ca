// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.report;

/** What became of one test. */
public enum Verdict {
    /** The target does what the rule says. */
    PASSED,
    /** The target breaks a MUST, or the test could not be carried out although all it needs is there. */
    FAILED,
    /** The target does not follow a SHOULD or a MAY. */
    NOTE,
    /** The settings do not name what the test needs, or the target did not show the situation. */
    NOT_MEASURED
}
