// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.internal;

import org.opentest4j.TestAbortedException;

/** A test could not be carried out; the message says what it needs. To JUnit an aborted test. */
public final class NotMeasured extends TestAbortedException {

    private static final long serialVersionUID = 1L;

    /** What is missing, and which setting would give it. */
    public NotMeasured(String message) {
        super(message);
    }

    /**
     * Ends a test that builds on another rule: one fault is reported once.
     *
     * @param holds whether that rule holds
     * @param rule its name in the report
     * @throws NotMeasured if it does not
     */
    public static void unless(boolean holds, String rule) {
        if (!holds) {
            throw new NotMeasured("Builds on \"" + rule + "\", which is broken or could not be measured.");
        }
    }
}
