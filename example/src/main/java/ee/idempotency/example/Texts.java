// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.example;

/** What fits into a column of text. */
public final class Texts {

    private static final int LONGEST = 255;

    private Texts() {}

    /** Whether every database stores it: PostgreSQL takes no NUL character. */
    public static boolean fits(String text) {
        return text.length() <= LONGEST && text.indexOf('\0') < 0;
    }
}
