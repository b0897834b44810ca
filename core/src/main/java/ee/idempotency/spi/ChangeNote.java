// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import ee.idempotency.internal.Utf8;

/**
 * Who changes a record, and why.
 *
 * @param actor the administrator's name, 1 to {@value #MAX_ACTOR} characters
 * @param reason why, for those who read the audit trail: {@value #MIN_REASON} to {@value #MAX_REASON} characters, without
 *     control characters
 */
public record ChangeNote(String actor, String reason) {

    /** The longest name, in characters. */
    public static final int MAX_ACTOR = 255;

    /** The shortest reason, in characters. */
    public static final int MIN_REASON = 10;

    /** The longest reason, in characters. */
    public static final int MAX_REASON = 1024;

    /**
     * Trims both.
     *
     * @throws IllegalArgumentException if one is missing, too short or too long, or holds a control character; the message
     *     says which, and shows neither
     */
    public ChangeNote {
        actor = actor.strip();
        reason = reason.strip();
        if (actor.isEmpty() || actor.length() > MAX_ACTOR || !Utf8.isPlainText(actor)) {
            throw new IllegalArgumentException(
                    "The administrator's name has 1 to " + MAX_ACTOR + " characters, none of them a control character");
        }
        if (reason.codePointCount(0, reason.length()) < MIN_REASON
                || reason.length() > MAX_REASON
                || !Utf8.isPlainText(reason)) {
            throw new IllegalArgumentException("A reason has " + MIN_REASON + " to " + MAX_REASON
                    + " characters, none of them a control character; this one has " + reason.length());
        }
    }
}
