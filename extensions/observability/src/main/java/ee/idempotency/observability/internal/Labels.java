// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import java.util.List;
import java.util.Locale;

/**
 * The values of a series' labels, in its order. They are made of constants and of names that {@link OperationNames} lets
 * through, so that none can hold a key.
 */
record Labels(List<String> values) {

    static final Labels NONE = new Labels(List.of());

    static Labels of(String... values) {
        return new Labels(List.of(values));
    }

    /** How a constant reads in a label. */
    static String spelling(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
