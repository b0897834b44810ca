// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.messagepack.internal;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;

/** Writes a JSON document as MessagePack, without loss. One instance writes one document. */
final class MessagePackWriter {

    /** How deep a document may be; JSON-P reads 1,000 levels, which need more of a thread's stack. */
    static final int MAX_DEPTH = 500;

    private static final int BITS_OF_LONG = 63;
    private static final int BITS_OF_UNSIGNED = 64;

    private final MessageBufferPacker packer;

    private MessagePackWriter(MessageBufferPacker packer) {
        this.packer = packer;
    }

    static byte[] write(JsonValue document) throws IOException {
        try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
            new MessagePackWriter(packer).value(document, 0);
            return packer.toByteArray();
        }
    }

    private void value(JsonValue value, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("deeper than " + MAX_DEPTH);
        }
        switch (value.getValueType()) {
            case OBJECT -> object(value.asJsonObject(), depth);
            case ARRAY -> array(value.asJsonArray(), depth);
            case STRING -> text(((JsonString) value).getString());
            case NUMBER -> number((JsonNumber) value);
            case TRUE -> packer.packBoolean(true);
            case FALSE -> packer.packBoolean(false);
            case NULL -> packer.packNil();
        }
    }

    private void object(JsonObject object, int depth) throws IOException {
        packer.packMapHeader(object.size());
        for (Map.Entry<String, JsonValue> member : object.entrySet()) {
            text(member.getKey());
            value(member.getValue(), depth + 1);
        }
    }

    private void array(JsonArray array, int depth) throws IOException {
        packer.packArrayHeader(array.size());
        for (JsonValue element : array) {
            value(element, depth + 1);
        }
    }

    /** By a strict encoder: half a surrogate pair is an error, not a question mark. */
    private void text(String text) throws IOException {
        ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        packer.packRawStringHeader(encoded.remaining());
        packer.writePayload(encoded.array(), encoded.arrayOffset(), encoded.remaining());
    }

    private void number(JsonNumber number) throws IOException {
        BigDecimal decimal = number.bigDecimalValue();
        if (decimal.scale() == 0 && decimal.unscaledValue().bitLength() <= BITS_OF_UNSIGNED) {
            integer(decimal.unscaledValue());
        } else if (isShortestFormOfADouble(decimal)) {
            packer.packDouble(decimal.doubleValue());
        } else {
            text(decimal);
        }
    }

    private void integer(BigInteger integer) throws IOException {
        if (integer.bitLength() <= BITS_OF_LONG) {
            packer.packLong(integer.longValueExact());
        } else if (integer.signum() > 0) {
            packer.packBigInteger(integer);
        } else {
            text(new BigDecimal(integer));
        }
    }

    private static boolean isShortestFormOfADouble(BigDecimal decimal) {
        double nearest = decimal.doubleValue();
        if (!Double.isFinite(nearest)) {
            return false;
        }
        BigDecimal shortest = Decimals.ofDouble(nearest);
        return shortest.scale() == decimal.scale() && shortest.compareTo(decimal) == 0;
    }

    private void text(BigDecimal decimal) throws IOException {
        byte[] ascii = Decimals.write(decimal).getBytes(StandardCharsets.US_ASCII);
        packer.packExtensionTypeHeader(Decimals.TYPE, ascii.length);
        packer.writePayload(ascii);
    }
}
