// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import java.util.ArrayList;
import java.util.List;

/** Measurements as lines. */
final class RecordedMeters implements Meters {

    final List<String> lines = new ArrayList<>();

    @Override
    public void count(Series series, Labels labels, long amount) {
        lines.add(point(series, labels) + " + " + amount);
    }

    @Override
    public void time(Series series, Labels labels, long nanos) {
        lines.add(point(series, labels) + " took " + nanos);
    }

    @Override
    public void set(Series series, long value) {
        lines.add(series + " = " + value);
    }

    private static String point(Series series, Labels labels) {
        if (labels.values().size() != series.labels().size()) {
            throw new IllegalArgumentException(series + " has the labels " + series.labels() + ", not " + labels);
        }
        return series + labels.values().toString();
    }
}
