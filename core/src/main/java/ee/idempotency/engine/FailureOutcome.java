// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.spi.Outcome;

/**
 * Exceptions as outcomes.
 *
 * @param keepsMessages whether an exception's own text is kept, which may hold what nobody else may read
 */
record FailureOutcome(boolean keepsMessages) {

    Outcome.Failed of(Throwable thrown) {
        return new Outcome.Failed(code(thrown), keepsMessages ? message(thrown) : "");
    }

    private static String message(Throwable thrown) {
        try {
            String message = thrown.getMessage();
            return message == null ? "" : message;
        } catch (RuntimeException | Error unreadable) { // an exception may compute its message
            return "";
        }
    }

    /** The simple name of the exception's class, or of the class that an anonymous one extends. */
    private static String code(Throwable thrown) {
        Class<?> named = thrown.getClass();
        while (named.getSimpleName().isEmpty()) {
            named = named.getSuperclass();
        }
        return named.getSimpleName();
    }
}
