// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.processor.internal;

import java.util.Locale;

/** What becomes of a report. */
enum Level {
    /** Nothing. */
    OFF,
    /** A warning of the compiler. */
    WARNING,
    /** An error of the compiler. */
    ERROR;

    /** As an option writes it. */
    String optionValue() {
        return name().toLowerCase(Locale.ROOT);
    }
}
