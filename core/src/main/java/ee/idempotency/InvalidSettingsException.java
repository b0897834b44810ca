// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import java.util.List;

/** One or more settings are wrong; the message lists all of them. The deployment does not start. */
public final class InvalidSettingsException extends IdempotencyException {

    private static final long serialVersionUID = 1L;

    /** An error that lists {@code problems}, one a line. */
    public InvalidSettingsException(List<String> problems) {
        super("Idempotency cannot start; correct these settings:\n  - " + String.join("\n  - ", problems));
    }
}
