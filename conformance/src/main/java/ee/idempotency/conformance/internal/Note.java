// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.internal;

import org.opentest4j.TestAbortedException;

/** The target does not follow a SHOULD or a MAY: to JUnit an aborted test, not a failed one. */
public final class Note extends TestAbortedException {

    private static final long serialVersionUID = 1L;

    /** A note with what was seen. */
    public Note(String message) {
        super(message);
    }
}
