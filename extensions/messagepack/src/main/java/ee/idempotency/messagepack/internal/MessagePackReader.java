// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.messagepack.internal;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.msgpack.core.ExtensionTypeHeader;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;

/**
 * Reads what a {@link MessagePackWriter} wrote, with mistrust: no length is believed that the bytes cannot hold, so memory and
 * time follow from the bytes that are there; members come once; nothing follows the document. One instance reads one document.
 */
final class MessagePackReader {

    /** Once: looking for the provider costs more than most results. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final JsonBuilderFactory BUILDERS = JSON.createBuilderFactory(Map.of());

    private final int length;
    private final MessageUnpacker unpacker;

    private MessagePackReader(int length, MessageUnpacker unpacker) {
        this.length = length;
        this.unpacker = unpacker;
    }

    static JsonValue read(byte[] encoded) throws IOException {
        try (MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(encoded)) {
            JsonValue document = new MessagePackReader(encoded.length, unpacker).value(0);
            if (unpacker.getTotalReadBytes() != encoded.length) {
                throw new IOException("bytes follow the document");
            }
            return document;
        }
    }

    private JsonValue value(int depth) throws IOException {
        if (depth > MessagePackWriter.MAX_DEPTH) {
            throw new IOException("deeper than " + MessagePackWriter.MAX_DEPTH);
        }
        return switch (unpacker.getNextFormat().getValueType()) {
            case MAP -> object(depth);
            case ARRAY -> array(depth);
            case STRING -> JSON.createValue(text());
            case INTEGER -> integer();
            case FLOAT -> JSON.createValue(Decimals.ofDouble(unpacker.unpackDouble()));
            case EXTENSION -> JSON.createValue(decimal());
            case BOOLEAN -> unpacker.unpackBoolean() ? JsonValue.TRUE : JsonValue.FALSE;
            case NIL -> nil();
            case BINARY -> throw new IOException("JSON has no bytes");
        };
    }

    private JsonValue nil() throws IOException {
        unpacker.unpackNil();
        return JsonValue.NULL;
    }

    private JsonValue object(int depth) throws IOException {
        int count = checked(unpacker.unpackMapHeader());
        Map<String, Object> members = new LinkedHashMap<>();
        for (int member = 0; member < count; member++) {
            if (members.put(text(), value(depth + 1)) != null) {
                throw new IOException("a member is there twice");
            }
        }
        return BUILDERS.createObjectBuilder(members).build();
    }

    private JsonValue array(int depth) throws IOException {
        int elements = checked(unpacker.unpackArrayHeader());
        JsonArrayBuilder array = BUILDERS.createArrayBuilder();
        for (int element = 0; element < elements; element++) {
            array.add(value(depth + 1));
        }
        return array.build();
    }

    private String text() throws IOException {
        byte[] encoded = unpacker.readPayload(checked(unpacker.unpackRawStringHeader()));
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(encoded))
                .toString();
    }

    private JsonValue integer() throws IOException {
        BigInteger integer = unpacker.unpackBigInteger();
        return JSON.createValue(integer);
    }

    private BigDecimal decimal() throws IOException {
        ExtensionTypeHeader header = unpacker.unpackExtensionTypeHeader();
        if (header.getType() != Decimals.TYPE || header.getLength() > Decimals.MAX_LENGTH) {
            throw new IOException("an extension type is unknown");
        }
        byte[] text = unpacker.readPayload(checked(header.getLength()));
        return Decimals.read(new String(text, StandardCharsets.US_ASCII));
    }

    /** Each element, member or byte is at least one of the bytes that are left. */
    private int checked(int claimed) throws IOException {
        if (claimed < 0 || claimed > length - unpacker.getTotalReadBytes()) {
            throw new IOException("a length is more than there is");
        }
        return claimed;
    }
}
