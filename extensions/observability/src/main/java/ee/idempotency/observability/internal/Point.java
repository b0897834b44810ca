// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** One series with its labels: what has a value. */
record Point(Series series, Labels labels) {

    /** Its labels besides the application, in their order. */
    void forEachLabel(BiConsumer<String, String> action) {
        for (int i = 0; i < labels.values().size(); i++) {
            action.accept(series.labels().get(i), labels.values().get(i));
        }
    }

    /** Its name and labels as Prometheus spells them, under another name for a part of a timer. */
    String spelled(String name) {
        List<String> spelled = new ArrayList<>();
        forEachLabel((label, value) -> spelled.add(label + "=\"" + escaped(value) + '"'));
        return spelled.isEmpty() ? name : name + "{" + String.join(",", spelled) + "}";
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
