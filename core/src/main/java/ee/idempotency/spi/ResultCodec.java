// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import ee.idempotency.ResultCodecException;
import java.lang.reflect.Type;

/**
 * Turns results into bytes and back. Decodes only to the type the caller declares: stored bytes never choose a class.
 * Thread-safe.
 */
public interface ResultCodec {

    /** The media type of what it writes, stored with every result; a result of another media type is not decoded. */
    String mediaType();

    /**
     * The bytes of a value; at least one, because no bytes at all stand for null.
     *
     * @throws ResultCodecException if the value cannot be encoded
     */
    byte[] encode(Object value, Type declaredType);

    /**
     * The bytes of a payload, of which only a digest is kept to recognise a repeat. They are the same for equal values, also in
     * another process: {@code Set.of} and {@code Map.of} iterate in another order there. By default those of
     * {@link #encode}, which is right for codecs that write equal values alike.
     *
     * @throws ResultCodecException if the value cannot be encoded
     */
    default byte[] encodePayload(Object value) {
        return encode(value, value.getClass());
    }

    /**
     * The value of bytes.
     *
     * @throws ResultCodecException if they are not of {@code declaredType}
     */
    Object decode(byte[] encoded, Type declaredType);
}
