// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import ee.idempotency.spi.ResultCodec;
import java.lang.reflect.Type;

/** Texts as they are. */
final class TextCodec implements ResultCodec {

    @Override
    public String mediaType() {
        return "text/plain";
    }

    @Override
    public byte[] encode(Object value, Type declaredType) {
        return value.toString().getBytes(UTF_8);
    }

    @Override
    public byte[] encodePayload(Object value) {
        return value.toString().getBytes(UTF_8);
    }

    @Override
    public Object decode(byte[] encoded, Type declaredType) {
        return new String(encoded, UTF_8);
    }
}
