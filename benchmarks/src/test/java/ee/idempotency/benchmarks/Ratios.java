// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * What the rounds of a contender were of those of its floor.
 *
 * @param sorted one a round, the lowest first
 */
record Ratios(List<Double> sorted) {

    /** Between this and its reciprocal the same contender, measured twice, must be. */
    private static final double MOST_NOISE = 1.25;

    double median() {
        return sorted.get(sorted.size() / 2);
    }

    /** Whether these of one contender measured twice say that the machine is too noisy: by their median or their middle half. */
    boolean areNoise() {
        int quarter = sorted.size() / 4;
        return isOff(median()) || isOff(sorted.get(quarter)) || isOff(sorted.get(sorted.size() - 1 - quarter));
    }

    private static boolean isOff(double ratio) {
        return !(ratio >= 1 / MOST_NOISE && ratio <= MOST_NOISE);
    }

    /** The median, the lowest and the highest. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f (%.2f-%.2f)", median(), sorted.get(0), sorted.get(sorted.size() - 1));
    }
}
