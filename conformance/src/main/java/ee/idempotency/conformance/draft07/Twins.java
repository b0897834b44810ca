// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.draft07;

import ee.idempotency.conformance.internal.http.Answer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Two different keys that a careless target takes for one. */
enum Twins {
    LAST_OF_36("that differ in the last of 36 characters") {
        @Override
        Keys keys(String uuid) {
            return new Keys(uuid.substring(0, 35) + "0", uuid.substring(0, 35) + "1");
        }
    },
    LAST_OF_64("that differ in the last of 64 characters") {
        @Override
        Keys keys(String uuid) {
            return lastOf(64, uuid);
        }
    },
    LAST_OF_128("that differ in the last of 128 characters") {
        @Override
        Keys keys(String uuid) {
            return lastOf(128, uuid);
        }
    },
    LAST_OF_255("that differ in the last of 255 characters") {
        @Override
        Keys keys(String uuid) {
            return lastOf(255, uuid);
        }
    },
    FIRST_OF_255("that differ in the first of 255 characters") {
        @Override
        Keys keys(String uuid) {
            String rest = uuid.repeat(8).substring(0, 254);
            return new Keys("0" + rest, "1" + rest);
        }
    },
    CASE("of which one has a capital letter") {
        @Override
        Keys keys(String uuid) {
            return new Keys(uuid + "k", uuid + "K");
        }
    },
    TRAILING_BLANK("of which one ends with a blank") {
        @Override
        Keys keys(String uuid) {
            return new Keys(uuid, uuid + " ");
        }
    },
    NUMBER_OF_BLANKS("that differ in the number of blanks") {
        @Override
        Keys keys(String uuid) {
            return new Keys(uuid + "  k", uuid + " k");
        }
    };

    private record Keys(String one, String other) {}

    private final String label;

    Twins(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    abstract Keys keys(String uuid);

    private static Keys lastOf(int length, String uuid) {
        String start = uuid.repeat(8).substring(0, length - 1);
        return new Keys(start + "0", start + "1");
    }

    /** Those that the target takes for one key. Keys may be limited in length and characters: what 400 refuses is no twin. */
    static List<Twins> confused(Probe probe) {
        return Stream.of(values()).filter(twins -> twins.areConfused(probe)).toList();
    }

    private boolean areConfused(Probe probe) {
        Keys keys = keys(Probe.newKey().substring(1, 37));
        Attempt attempt = probe.fresh();
        Optional<Answer> one = probe.trySend(attempt.withKeyLines('"' + keys.one() + '"'));
        if (one.isEmpty() || !one.get().succeeded()) {
            return false;
        }
        Optional<Answer> other = probe.trySend(attempt.withKeyLines('"' + keys.other() + '"'));
        boolean refused = other.isEmpty() || other.get().status() == 400;
        return !refused && probe.runs(attempt, one.get(), other.get()) != 2;
    }
}
