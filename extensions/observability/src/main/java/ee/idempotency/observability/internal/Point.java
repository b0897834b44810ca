// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One series with its labels: what has a value. */
record Point(Series series, Labels labels) {

    /** Its name and labels as Prometheus spells them, under another name for a part of a timer. */
    String spelled(String name) {
        if (labels.values().isEmpty()) {
            return name;
        }
        return IntStream.range(0, labels.values().size())
                .mapToObj(i ->
                        series.labels().get(i) + "=\"" + escaped(labels.values().get(i)) + '"')
                .collect(Collectors.joining(",", name + "{", "}"));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
