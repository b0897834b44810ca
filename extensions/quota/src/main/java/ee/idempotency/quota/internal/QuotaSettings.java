// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.quota.internal;

import ee.idempotency.settings.SettingsReader;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Settings of the quota jar, from MicroProfile Config.
 *
 * @param rate new calls a minute that one bucket allows on one node
 * @param burst how many of them may come at once
 * @param by what has a bucket of its own; never empty
 */
record QuotaSettings(int rate, int burst, Set<Part> by) {

    /** {@value}: new calls a minute, from 1 to 1000000, of each bucket and node. There is no default. */
    public static final String RATE = "idempotency.quota.rate";
    /** {@value}: how many of them may come at once, from 1 to 1000000, default as many as {@link #RATE}. */
    public static final String BURST = "idempotency.quota.burst";
    /**
     * {@value}: what has a bucket of its own: {@code tenant}, {@code caller}, {@code operation}, separated by commas; default
     * {@code tenant,caller}.
     */
    public static final String BY = "idempotency.quota.by";

    private static final int MAX = 1_000_000;
    private static final String ANY_PART = "tenant|caller|operation";

    /** A part of what asks for a claim. */
    enum Part {
        TENANT,
        CALLER,
        OPERATION
    }

    /** Copies the set. */
    public QuotaSettings {
        by = Set.copyOf(by);
    }

    /** Reads the settings; what is wrong is collected by {@code reader}. */
    static QuotaSettings read(SettingsReader reader) {
        if (!reader.isSet(RATE)) {
            reader.problem(
                    RATE + " is not set, and idempotency-quota is deployed: set how many new calls a minute a bucket"
                            + " allows, from 1 to " + MAX + ", or take the jar out of the deployment");
        }
        int rate = reader.integer(RATE, 1, 1, MAX);
        return new QuotaSettings(rate, reader.integer(BURST, rate, 1, MAX), by(reader));
    }

    private static Set<Part> by(SettingsReader reader) {
        return reader
                .texts(
                        BY,
                        Set.of("tenant", "caller"),
                        ANY_PART,
                        "must be tenant, caller, operation, separated by commas")
                .stream()
                .map(name -> Part.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
    }

    /** The parts as the setting has them, in one order. */
    String byNames() {
        return by.stream()
                .sorted()
                .map(part -> part.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
