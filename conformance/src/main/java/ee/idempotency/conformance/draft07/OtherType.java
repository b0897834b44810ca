// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.draft07;

import java.util.UUID;

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

    /** Fifteen digits, as many as an Integer may have; the first is not zero. */
    private static String digits() {
        long bits = UUID.randomUUID().getLeastSignificantBits() & Long.MAX_VALUE;
        return Long.toString(100_000_000_000_000L + bits % 900_000_000_000_000L);
    }
}
