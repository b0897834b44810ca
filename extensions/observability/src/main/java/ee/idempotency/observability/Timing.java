// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability;

/** What a timer has measured since the start of the process. */
public final class Timing {

    private final long count;
    private final double seconds;
    private final double longestSeconds;

    /** What was measured. */
    public Timing(long count, double seconds, double longestSeconds) {
        this.count = count;
        this.seconds = seconds;
        this.longestSeconds = longestSeconds;
    }

    /** How often. */
    public long getCount() {
        return count;
    }

    /** How long, all together. */
    public double getSeconds() {
        return seconds;
    }

    /** How long the longest took. */
    public double getLongestSeconds() {
        return longestSeconds;
    }
}
