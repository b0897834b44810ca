// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that stands still until a test moves it. The in-memory store takes it in its constructor; a database's store
 * follows the clock of the database, which no test of an application can move. Thread-safe: a thread that reads the clock
 * after it was moved sees the new time.
 */
public final class SettableClock implements InstantSource {

    private volatile Instant now;

    /** A clock that begins at 2026-01-01T00:00:00Z. */
    public SettableClock() {
        this(Instant.parse("2026-01-01T00:00:00Z"));
    }

    /** A clock that begins at {@code start}. */
    public SettableClock(Instant start) {
        now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /**
     * Moves the clock.
     *
     * @param time by how much; negative moves it back, as a clock does that is corrected
     */
    public synchronized void advance(Duration time) {
        now = now.plus(time);
    }

    /** Sets the clock. */
    public synchronized void set(Instant instant) {
        now = instant;
    }
}
