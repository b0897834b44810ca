// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.testkit;

/**
 * What a {@link TcpRelay} does with a piece of what goes through it.
 *
 * @param delivered how many of its first bytes are passed on; more than it has means all
 * @param ending what becomes of the connection afterwards
 */
public record Fate(int delivered, Ending ending) {

    /** What becomes of a connection. */
    public enum Ending {
        /** It stays open. */
        NONE,
        /** Both sides are closed in order: each reads the end of the stream. */
        CLOSE,
        /** Both sides are reset: each gets an error. */
        RESET
    }

    /** The piece is passed on. */
    public static final Fate DELIVER = new Fate(Integer.MAX_VALUE, Ending.NONE);

    /** The piece is lost, and nothing is reported. */
    public static final Fate LOSE = new Fate(0, Ending.NONE);

    /** The connection is closed in place of the piece. */
    public static final Fate CLOSE = new Fate(0, Ending.CLOSE);

    /**
     * Checks its parts.
     *
     * @throws IllegalArgumentException if {@code delivered} is negative
     */
    public Fate {
        if (delivered < 0) {
            throw new IllegalArgumentException("a piece cannot have " + delivered + " bytes");
        }
    }

    /** The first bytes of the piece are passed on, and then the connection is reset. */
    public static Fate resetAfter(int delivered) {
        return new Fate(delivered, Ending.RESET);
    }
}
