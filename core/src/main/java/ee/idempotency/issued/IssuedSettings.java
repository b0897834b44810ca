// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.issued;

import ee.idempotency.settings.SettingsReader;
import ee.idempotency.spi.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Settings of issued keys.
 *
 * @param keys that sign, the current one first; empty where no keys are issued
 * @param lifetime of a key
 * @param skew by how much the clocks of nodes and database may differ
 */
public record IssuedSettings(List<SigningKey> keys, Duration lifetime, Duration skew) {

    /**
     * {@value}: {@code id:base64} of 32 bytes or more, separated by commas, the current one first; none by default. The second
     * one is accepted while the first is rolled out, or until what it signed has expired.
     */
    public static final String KEYS = "idempotency.issued.keys";
    /** {@value}: ISO-8601 duration, default PT1H, PT1S to P1D. Longer: forms may stay open longer. Shorter: less to be stolen. */
    public static final String LIFETIME = "idempotency.issued.lifetime";
    /**
     * {@value}: ISO-8601 duration, default PT5M, PT0S to PT1H. Longer: clocks may differ more, and records are kept longer.
     * Shorter: the clocks must agree.
     */
    public static final String SKEW = "idempotency.issued.skew";

    /** The longest lifetime. */
    public static final Duration MAX_LIFETIME = Duration.ofDays(1);

    private static final int LEAST_BYTES = 32;

    /** Copies the list. */
    public IssuedSettings {
        keys = List.copyOf(keys);
    }

    /** Reads them; what is wrong is collected by {@code reader}, and no problem shows a key. */
    public static IssuedSettings read(SettingsReader reader) {
        return new IssuedSettings(
                keys(reader),
                reader.duration(LIFETIME, Duration.ofHours(1), Duration.ofSeconds(1), MAX_LIFETIME),
                reader.duration(SKEW, Duration.ofMinutes(5), Duration.ZERO, Duration.ofHours(1)));
    }

    private static List<SigningKey> keys(SettingsReader reader) {
        String text = reader.secret(KEYS);
        List<SigningKey> keys = new ArrayList<>();
        if (text.isBlank()) {
            return keys;
        }
        Set<String> ids = new HashSet<>();
        String[] entries = text.split(",", -1);
        for (int i = 0; i < entries.length; i++) {
            Optional<SigningKey> key = key(entries[i].strip());
            if (key.isEmpty()) {
                reader.problem(KEYS + ": entry " + (i + 1) + " (not shown) must be <id>:<base64 of " + LEAST_BYTES
                        + " bytes or more>, the id 1 to 16 of A-Z a-z 0-9 _ -");
            } else if (!ids.add(key.get().id())) {
                reader.problem(KEYS + ": entry " + (i + 1) + " has the id of another one");
            }
            key.ifPresent(keys::add);
        }
        return keys;
    }

    private static Optional<SigningKey> key(String entry) {
        int colon = entry.indexOf(':');
        if (colon < 0 || !entry.substring(0, colon).matches("[A-Za-z0-9_-]{1,16}")) {
            return Optional.empty();
        }
        try {
            byte[] secret = Base64.getDecoder().decode(entry.substring(colon + 1));
            return secret.length < LEAST_BYTES
                    ? Optional.empty()
                    : Optional.of(new SigningKey(entry.substring(0, colon), Bytes.of(secret)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** What issues keys; empty where none are issued. */
    public Optional<KeyIssuer> issuer(InstantSource clock) {
        return keys.isEmpty() ? Optional.empty() : Optional.of(new KeyIssuer(keys, clock));
    }

    /**
     * How long a record must be kept that was claimed with a key of this lifetime, so that it outlives the key: whatever node
     * issued it, whatever node takes it, and whatever clock the record is kept by.
     */
    public Duration retentionOf(Duration ofKey) {
        return ofKey.plus(skew.multipliedBy(2));
    }

    /** Whether a key is over at {@code now}, after the skew. */
    public boolean isOver(IssuedKey key, Instant now) {
        return now.isAfter(key.expires().plus(skew));
    }
}
