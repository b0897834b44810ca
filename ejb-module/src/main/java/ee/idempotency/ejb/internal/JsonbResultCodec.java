// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.ResultCodecException;
import ee.idempotency.spi.ResultCodec;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/**
 * JSON-B, in UTF-8, in the container's default configuration: properties in the order of their names. Whatever JSON-B and
 * JSON-P throw is a failure of the codec: Parsson has exceptions of the platform for its limits, 1,000 levels and numbers of
 * 1,100 digits.
 */
final class JsonbResultCodec implements ResultCodec {

    static final String MEDIA_TYPE = "application/json";

    private final Jsonb jsonb = JsonbBuilder.create();
    private final PayloadJson payloads = new PayloadJson();

    @Override
    public String mediaType() {
        return MEDIA_TYPE;
    }

    @Override
    public byte[] encode(Object value, Type declaredType) {
        try {
            return jsonb.toJson(value, declaredType).getBytes(StandardCharsets.UTF_8);
        } catch (RuntimeException | StackOverflowError notEncodable) {
            throw new ResultCodecException(
                    "JSON-B cannot write a value of " + declaredType.getTypeName(), notEncodable);
        }
    }

    @Override
    public byte[] encodePayload(Object value) {
        try {
            return payloads.of(value).getBytes(StandardCharsets.UTF_8);
        } catch (RuntimeException | StackOverflowError notEncodable) {
            throw new ResultCodecException(
                    "JSON-B cannot write a payload of " + value.getClass().getName(), notEncodable);
        }
    }

    @Override
    public Object decode(byte[] encoded, Type declaredType) {
        try {
            Object decoded = jsonb.fromJson(new String(encoded, StandardCharsets.UTF_8), declaredType);
            if (decoded != null) {
                return decoded;
            }
        } catch (RuntimeException | StackOverflowError notDecodable) {
            throw new ResultCodecException(
                    "JSON-B cannot read a stored result as " + declaredType.getTypeName()
                            + "; was the type changed since it was stored?",
                    notDecodable);
        }
        throw new ResultCodecException("A stored result is null as " + declaredType.getTypeName(), null);
    }
}
