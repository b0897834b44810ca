// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.spi.ResultCodec;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Proves that an encoded result comes back as it was returned: it is decoded, compared with the one returned, and encoded
 * again. The second encoding alone would not see a lost subclass, nor anything that the codec leaves out; the comparison
 * alone would not see what only the codec sees, such as a property of a transient field.
 */
final class RoundTrip {

    private final ResultCodec codec;
    private final Type type;

    RoundTrip(ResultCodec codec, Type type) {
        this.codec = codec;
        this.type = type;
    }

    /** What does not come back, by type and member, never by value; empty if everything does. */
    Optional<String> problemOf(Object result, byte[] encoded) {
        Object decoded;
        try {
            decoded = codec.decode(encoded.clone(), type);
        } catch (RuntimeException
                | Error unreadable) { // whatever a codec throws at this type it throws at every repeat
            return Optional.of("it cannot be read back as " + type.getTypeName() + " (" + nameOf(unreadable) + ")");
        }
        Optional<String> difference = Difference.between(result, decoded);
        if (difference.isPresent()) {
            return difference;
        }
        return haveTheSameBytes(encoded, codec.encode(decoded, type))
                ? Optional.empty()
                : Optional.of("read back as " + type.getTypeName() + " it is written differently");
    }

    /** The class only, of what the codec met: its message may quote the value. */
    private static String nameOf(Throwable unreadable) {
        Throwable cause = unreadable.getCause();
        return (cause == null ? unreadable : cause).getClass().getName();
    }

    /** In any order: a set and a map are written in the order that they happen to have. */
    private static boolean haveTheSameBytes(byte[] first, byte[] second) {
        return Arrays.equals(first, second) || Arrays.equals(counts(first), counts(second));
    }

    private static int[] counts(byte[] bytes) {
        int[] counts = new int[256];
        IntStream.range(0, bytes.length).forEach(i -> counts[Byte.toUnsignedInt(bytes[i])]++);
        return counts;
    }
}
