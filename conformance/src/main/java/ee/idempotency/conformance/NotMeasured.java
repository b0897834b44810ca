// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance;

import org.opentest4j.TestAbortedException;

/** A test could not be carried out; the message says what it needs. To JUnit an aborted test. */
public final class NotMeasured extends TestAbortedException {

    private static final long serialVersionUID = 1L;

    /** What is missing, and which setting would give it. */
    public NotMeasured(String message) {
        super(message);
    }
}
