// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.spi.ResultCodec;
import java.lang.reflect.Type;

/** Cannot name its media type. */
final class NamelessCodec implements ResultCodec {

    @Override
    public String mediaType() {
        throw new IllegalStateException("not configured");
    }

    @Override
    public byte[] encode(Object value, Type declaredType) {
        return new byte[] {1};
    }

    @Override
    public Object decode(byte[] encoded, Type declaredType) {
        throw new IllegalStateException("not configured");
    }
}
