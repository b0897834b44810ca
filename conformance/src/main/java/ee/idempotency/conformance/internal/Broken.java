// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.internal;

import java.util.Locale;

/** The target breaks a rule; the message is one sentence. To JUnit a failed test, or a {@link Note} where nothing is a MUST. */
public final class Broken extends AssertionError {

    private static final long serialVersionUID = 1L;

    private Broken(String sentence) {
        super(sentence);
    }

    /**
     * Judges.
     *
     * @param holds whether the target does what the rule says
     * @param sentence what was seen instead, for {@link String#format}
     * @param arguments of the sentence
     * @throws Broken if it does not
     */
    public static void unless(boolean holds, String sentence, Object... arguments) {
        if (!holds) {
            throw new Broken(String.format(Locale.ROOT, sentence, arguments));
        }
    }
}
