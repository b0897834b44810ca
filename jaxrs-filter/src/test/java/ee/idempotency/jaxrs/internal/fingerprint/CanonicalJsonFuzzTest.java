// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import ee.idempotency.tck.Requirement;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;

/** One fuzz test a class: a JVM fuzzes one. */
class CanonicalJsonFuzzTest {

    private static final JsonSelection SOME = JsonSelection.of(List.of("/a", "/b/0", "/c/~1"), List.of());
    private static final JsonSelection ALL_BUT = JsonSelection.of(List.of(), List.of("/a", "/b/0", "/c/~1"));

    /** A document that another parser and writer has written again says the same. */
    @FuzzTest
    @Requirement("K6")
    void aDocumentWrittenAnewIsTheSame(byte[] body) {
        boolean hasForm = !Prints.isComparedAsBytes(Prints.JSON, body);
        Optional<byte[]> again = hasForm ? written(body) : Optional.empty();
        for (JsonSelection selection : List.of(JsonSelection.ALL, SOME, ALL_BUT)) {
            Object print = Prints.content(selection, Prints.JSON, body);
            assertThat(Prints.content(selection, Prints.JSON, body.clone())).isEqualTo(print);
            again.ifPresent(other ->
                    assertThat(Prints.content(selection, Prints.JSON, other)).isEqualTo(print));
        }
    }

    /** Empty where the writer cannot: half characters, numbers and depths beyond its limits. */
    private static Optional<byte[]> written(byte[] body) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            JsonValue value = reader.readValue();
            String text = value.toString();
            return UTF_8.newEncoder().canEncode(text) ? Optional.of(text.getBytes(UTF_8)) : Optional.empty();
        } catch (JsonException | IllegalStateException | ArithmeticException | NumberFormatException beyondItsLimits) {
            return Optional.empty();
        }
    }
}
