// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.spi.ResultCodec;
import java.lang.reflect.Type;

/** A codec one of whose classes is missing. */
final class BrokenCodec implements ResultCodec {

    @Override
    public String mediaType() {
        return "text/broken";
    }

    @Override
    public byte[] encode(Object value, Type declaredType) {
        throw new NoClassDefFoundError("codec/Helper");
    }

    @Override
    public Object decode(byte[] encoded, Type declaredType) {
        throw new NoClassDefFoundError("codec/Helper");
    }
}
