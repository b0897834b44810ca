// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.draft07;

import ee.idempotency.conformance.internal.http.Answer;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Items of RFC 9651 that are no String. */
enum OtherType {
    TOKEN("a Token") {
        @Override
        String newKey() {
            return "k" + UUID.randomUUID();
        }
    },
    INTEGER("an Integer") {
        @Override
        String newKey() {
            return digits();
        }
    },
    DECIMAL("a Decimal") {
        @Override
        String newKey() {
            return digits().substring(3) + ".5";
        }
    },
    BYTE_SEQUENCE("a Byte Sequence") {
        @Override
        String newKey() {
            return ":" + UUID.randomUUID().toString().replace("-", "") + ":";
        }
    },
    DATE("a Date") {
        @Override
        String newKey() {
            return "@" + digits().substring(4);
        }
    };

    private final String label;

    OtherType(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    abstract String newKey();

    /** Those that the target takes as keys: two requests with the value succeed, and run once. */
    static List<OtherType> taken(Probe probe) {
        return Stream.of(values()).filter(type -> type.isKey(probe)).toList();
    }

    private boolean isKey(Probe probe) {
        Attempt attempt = probe.fresh().withKeyLines(newKey());
        Answer first = probe.send(attempt);
        if (!first.succeeded()) {
            return false;
        }
        Answer second = probe.send(attempt);
        return second.succeeded() && probe.runs(attempt, first, second) == 1;
    }

    /** Fifteen digits, as many as an Integer may have; the first is not zero. */
    private static String digits() {
        long bits = UUID.randomUUID().getLeastSignificantBits() & Long.MAX_VALUE;
        return Long.toString(100_000_000_000_000L + bits % 900_000_000_000_000L);
    }
}
