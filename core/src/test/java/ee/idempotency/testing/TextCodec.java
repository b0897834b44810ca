// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.testing;

import ee.idempotency.ResultCodecException;
import ee.idempotency.spi.ResultCodec;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/**
 * Text as UTF-8 in quotes, so that the empty text has bytes too. Refuses everything that is not text, or that is {@link
 * #UNENCODABLE}.
 */
public final class TextCodec implements ResultCodec {

    /** A text that this codec refuses. */
    public static final String UNENCODABLE = "unencodable";

    @Override
    public String mediaType() {
        return "text/quoted";
    }

    @Override
    public byte[] encode(Object value, Type declaredType) {
        if (!(value instanceof String text) || text.equals(UNENCODABLE)) {
            throw new ResultCodecException("Only text is encoded, not " + value.getClass(), null);
        }
        return ('"' + text + '"').getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Object decode(byte[] encoded, Type declaredType) {
        if (declaredType != String.class) {
            throw new ResultCodecException("Text is no " + declaredType, null);
        }
        String quoted = new String(encoded, StandardCharsets.UTF_8);
        return quoted.substring(1, quoted.length() - 1);
    }
}
