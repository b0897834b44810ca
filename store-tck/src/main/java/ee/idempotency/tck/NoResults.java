// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import ee.idempotency.spi.ResultCodec;
import java.lang.reflect.Type;

/** The codec of a test in which no method's result is written or read: each attempt fails. Thread-safe. */
public final class NoResults implements ResultCodec {

    /** Without state. */
    public NoResults() {}

    @Override
    public String mediaType() {
        return "none/none";
    }

    @Override
    public byte[] encode(Object value, Type declaredType) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object decode(byte[] encoded, Type declaredType) {
        throw new UnsupportedOperationException();
    }
}
