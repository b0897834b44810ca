// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import ee.idempotency.InvalidKeyException.Reason;
import ee.idempotency.internal.FramedDigest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The key generators at hand. All are thread-safe. */
public final class KeyGenerators {

    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private KeyGenerators() {}

    /** Random UUIDs (version 4). */
    public static KeyGenerator randomUuid() {
        return () -> UUID.randomUUID().toString();
    }

    /**
     * UUIDs that sort by the millisecond they were made in (version 7, RFC 9562 section 5.7): kinder to an index that
     * the sender keeps than random ones. Two of one millisecond are in no particular order.
     */
    public static KeyGenerator timeOrderedUuid(InstantSource clock) {
        return () -> {
            long high = (clock.millis() << 16) | 0x7000 | (RANDOM.nextLong() & 0x0FFF);
            long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
            return new UUID(high, low).toString();
        };
    }

    /**
     * A key that follows from what it stands for: {@code prefix-<64 hex digits>}, the same for the same parts on every
     * machine. For senders that cannot remember a random key between retries.
     *
     * @param prefix 1 to 64 characters of {@code A-Z a-z 0-9 . _ -}; part of what is hashed
     * @throws InvalidKeyException if the prefix or a part breaks a rule; see {@link IdempotencyKey#of}
     */
    public static KeyGenerator hash(String prefix, @Nullable Object... parts) {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new InvalidKeyException(
                    Reason.SCOPE_CHARACTERS, "The prefix of a key has 1 to 64 of the characters A-Z a-z 0-9 . _ -");
        }
        IdempotencyKey.checkCount(parts.length);
        KeyPartEncoder encoder = new KeyPartEncoder(
                new FramedDigest("idempotency-key-hash/v1").text(prefix), IdempotencyKey.MAX_ENCODED_BYTES);
        Arrays.stream(parts).forEach(encoder::add);
        String key = prefix + "-" + HexFormat.of().formatHex(encoder.digest());
        return () -> key;
    }
}
