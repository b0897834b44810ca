// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import ee.idempotency.ResultCodecException;
import ee.idempotency.spi.ResultCodec;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.UUID;

/** Keeps results as they are, so that a test needs no JSON library: the bytes are a ticket. Thread-safe. */
final class ResultsByReference implements ResultCodec {

    private final IdentityHashMap<Object, String> tickets = new IdentityHashMap<>();
    private final Map<String, Object> results = new HashMap<>();

    @Override
    public String mediaType() {
        return "application/vnd.idempotency.reference";
    }

    /** The same object has the same ticket, for the check that a result comes back. */
    @Override
    public synchronized byte[] encode(Object value, Type declaredType) {
        String ticket =
                tickets.computeIfAbsent(value, first -> UUID.randomUUID().toString());
        results.put(ticket, value);
        return ticket.getBytes(UTF_8);
    }

    @Override
    public byte[] encodePayload(Object value) {
        return value.toString().getBytes(UTF_8);
    }

    @Override
    public synchronized Object decode(byte[] encoded, Type declaredType) {
        Object result = results.get(new String(encoded, UTF_8));
        if (result == null) {
            throw new ResultCodecException("this result is of another run of the test", null);
        }
        return result;
    }
}
