// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.messagepack.internal;

import ee.idempotency.ResultCodecException;
import ee.idempotency.spi.ResultCodec;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Type;
import java.util.Map;

/**
 * MessagePack of what JSON-B makes of a result: classes are mapped as they are under the default codec, with the same
 * annotations and adapters, and a JSON document is written in fewer bytes. Whatever JSON-B, JSON-P and MessagePack throw is a
 * failure of the codec. Found as a service; thread-safe.
 */
public final class MessagePackResultCodec implements ResultCodec {

    /** The registered media type. */
    static final String MEDIA_TYPE = "application/vnd.msgpack";

    private final Jsonb jsonb = JsonbBuilder.create();
    private final JsonReaderFactory readers = Json.createReaderFactory(Map.of());

    /** For the service loader. */
    public MessagePackResultCodec() {}

    @Override
    public String mediaType() {
        return MEDIA_TYPE;
    }

    @Override
    public byte[] encode(Object value, Type declaredType) {
        try (JsonReader reader = readers.createReader(new StringReader(jsonb.toJson(value, declaredType)))) {
            return MessagePackWriter.write(reader.readValue());
        } catch (IOException | RuntimeException | StackOverflowError notEncodable) {
            throw new ResultCodecException(
                    "JSON-B and MessagePack cannot write a value of " + declaredType.getTypeName(), notEncodable);
        }
    }

    /**
     * Payloads are compared by the JSON of the default codec, whichever codec is chosen for results, so that choosing another
     * one does not make true repeats <em>key reused</em>.
     *
     * @throws ResultCodecException always
     */
    @Override
    public byte[] encodePayload(Object value) {
        throw new ResultCodecException(
                "MessagePack is for results, not for payloads; choose it by idempotency.result-codec", null);
    }

    @Override
    public Object decode(byte[] encoded, Type declaredType) {
        try {
            JsonValue document = MessagePackReader.read(encoded);
            Object decoded = jsonb.fromJson(document.toString(), declaredType);
            if (decoded != null) {
                return decoded;
            }
        } catch (IOException | RuntimeException | StackOverflowError notDecodable) {
            throw new ResultCodecException(
                    "MessagePack and JSON-B cannot read a stored result as " + declaredType.getTypeName()
                            + "; was the type changed since it was stored?",
                    notDecodable);
        }
        throw new ResultCodecException("A stored result is null as " + declaredType.getTypeName(), null);
    }
}
