// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.client.internal;

import ee.idempotency.KeyGenerators;
import org.jspecify.annotations.Nullable;

/** The keys of one scope of {@code IdempotentCalls}: equal requests have equal keys for as long as it lasts. Immutable. */
public final class KeySource {

    private final @Nullable String given;
    private final String seed;

    private KeySource(@Nullable String given, String seed) {
        this.given = given;
        this.seed = seed;
    }

    /** A source of the one key that the caller keeps. */
    public static KeySource of(String key) {
        return new KeySource(key, key);
    }

    /** A source that lasts no longer than its scope. */
    public static KeySource random() {
        return new KeySource(null, KeyGenerators.randomUuid().generate());
    }

    /** Whether the caller keeps the key, so that it is the same after a crash. */
    boolean isGiven() {
        return given != null;
    }

    /** The key of a request: a random one is another for another method or address. */
    String keyOf(String method, String address) {
        return given == null ? KeyGenerators.hash("call", seed, method, address).generate() : given;
    }
}
