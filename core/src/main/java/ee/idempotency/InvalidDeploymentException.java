// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import java.util.List;

/**
 * Annotations, settings or modules are wrong; the message lists all of it, the most specific first. The deployment does
 * not start.
 */
public final class InvalidDeploymentException extends IdempotencyException {

    private static final long serialVersionUID = 1L;

    /** An error that lists what is wrong with each, one problem a line; what is in order is left out. */
    public InvalidDeploymentException(List<String> annotations, List<String> settings, List<String> modules) {
        super("Idempotency cannot start"
                + listed("correct these annotations", annotations)
                + listed("correct these settings", settings)
                + listed("add or remove modules", modules));
    }

    private static String listed(String head, List<String> problems) {
        return problems.isEmpty() ? "" : "; " + head + ":\n  - " + String.join("\n  - ", problems) + "\n";
    }
}
