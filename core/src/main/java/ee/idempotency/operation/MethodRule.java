// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.operation;

import java.util.Locale;

/** A rule that protected methods keep. Each has a name, by which a check that can be adjusted names it. */
public enum MethodRule {

    /** Interfaces or annotations of the same rank do not contradict each other. */
    AMBIGUOUS,

    /** The annotation is on no method that only locates a sub-resource. */
    LOCATOR,

    /** A resource method has no member or parameter that is for beans, and a bean's method none that is for resources. */
    MEMBERS,

    /** Where the key of a request is can be read. */
    KEY_SOURCE,

    /** A response has an end that can be stored. */
    EVENTS,

    /** Calls reach an interceptor: the method is no callback, not private, static or final, and its class is not final. */
    INTERCEPTABLE,

    /** A bean's method names its key once. */
    KEY,

    /** A result can be read back to its declared type. */
    RESULT_TYPE,

    /** The method that reads again is there and fits. */
    REREAD,

    /** The operation's name can be part of a key, and no other method has it. */
    NAME,

    /** Durations can be read and are in their ranges; choices have one value. */
    VALUES,

    /** The mode is one that the store can do. */
    MODE,

    /** The work is in the transaction of its outcome where the mode promises that, and in none where it must not be. */
    TRANSACTION,

    /** Expressions name parameters. */
    EXPRESSION,

    /** Annotations for protected methods are on such. */
    MISPLACED;

    /** The name: {@code resultType}. */
    public String ruleName() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder camelCase = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            camelCase.append(Character.toUpperCase(words[i].charAt(0))).append(words[i], 1, words[i].length());
        }
        return camelCase.toString();
    }
}
