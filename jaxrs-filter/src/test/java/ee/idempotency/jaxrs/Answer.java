// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * An HTTP response as it was on the wire.
 *
 * @param status its status
 * @param headers its header lines in their order
 * @param content one character a byte
 */
record Answer(int status, List<String> headers, String content) {

    byte[] body() {
        return content.getBytes(StandardCharsets.ISO_8859_1);
    }

    String text() {
        return new String(body(), StandardCharsets.UTF_8);
    }

    /** All values of a header, in their order. */
    List<String> all(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ":";
        return headers.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip())
                .toList();
    }

    /** The value of a header that is there exactly once. */
    String header(String name) {
        List<String> values = all(name);
        if (values.size() != 1) {
            throw new AssertionError(name + " is there " + values.size() + " times in " + headers);
        }
        return values.get(0);
    }

    boolean isReplay() {
        return all("Idempotency-Replayed").equals(List.of("true"));
    }

    JsonObject json() {
        try (var reader = Json.createReader(new ByteArrayInputStream(body()))) {
            return reader.readObject();
        }
    }

    String code() {
        return json().getString("code");
    }
}
