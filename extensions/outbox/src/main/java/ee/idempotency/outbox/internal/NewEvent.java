// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import ee.idempotency.spi.Binding;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What an application publishes; checked before anything is written. */
record NewEvent(String aggregateType, String aggregateId, String type, String payload) {

    /**
     * Checks it.
     *
     * @throws IllegalArgumentException naming the rule that is broken, without the value
     */
    void check(int maxPayload) {
        checkName("aggregate type", aggregateType);
        checkName("aggregate id", aggregateId);
        checkName("type", type);
        int size = sizeOf(payload);
        if (size > maxPayload) {
            throw new IllegalArgumentException("The payload of the event has " + size + " bytes, and "
                    + OutboxSettings.MAX_PAYLOAD + " is " + maxPayload
                    + ": publish where the data can be read instead of the data");
        }
        checkJson(payload);
    }

    private static void checkName(String what, String value) {
        if (!Binding.isOperation(value)) {
            throw new IllegalArgumentException("The " + what + " of an event has 1 to " + Binding.MAX_OPERATION_LENGTH
                    + " printable characters, not all blank; this one has " + value.length());
        }
    }

    private static int sizeOf(String payload) {
        try {
            return StandardCharsets.UTF_8
                    .newEncoder()
                    .encode(CharBuffer.wrap(payload))
                    .remaining();
        } catch (CharacterCodingException unpaired) {
            throw new IllegalArgumentException("The payload of the event holds half a character", unpaired);
        }
    }

    private static void checkJson(String payload) {
        try (JsonParser parser = Json.createParser(new StringReader(payload))) {
            if (!parser.hasNext()) {
                throw new IllegalArgumentException("The payload of the event is empty; it must be JSON");
            }
            while (parser.hasNext()) {
                parser.next();
            }
        } catch (JsonException malformed) { // its message has parts of the payload
            throw new IllegalArgumentException("The payload of the event is not JSON (RFC 8259)");
        }
    }
}
