// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * JSON of payloads, the same in every process: members of objects in the order of their names, elements of sets in the order
 * of their JSON. Hash sets and maps of the JDK iterate in an order that is another one in each process. A map whose keys are
 * neither texts nor numbers nor enums is an array of entries in JSON-B, and keeps its own order. Thread-safe.
 */
final class PayloadJson {

    private final Jsonb jsonb =
            JsonbBuilder.create(new JsonbConfig().withSerializers(new Collections(), new Iterables()));

    /**
     * The JSON of a value.
     *
     * @throws jakarta.json.bind.JsonbException if it has none
     */
    String of(@Nullable Object value) {
        return read(value).toString();
    }

    private JsonValue read(@Nullable Object value) {
        try (JsonReader reader = Json.createReader(new StringReader(jsonb.toJson(value)))) {
            return sorted(reader.readValue());
        }
    }

    private static JsonValue sorted(JsonValue value) {
        if (value instanceof JsonObject object) {
            JsonObjectBuilder builder = Json.createObjectBuilder();
            new TreeMap<>(object).forEach((name, member) -> builder.add(name, sorted(member)));
            return builder.build();
        }
        if (value instanceof JsonArray array) {
            JsonArrayBuilder builder = Json.createArrayBuilder();
            array.forEach(element -> builder.add(sorted(element)));
            return builder.build();
        }
        return value;
    }

    /** Elements in their order, those of a set in the order of their JSON. */
    private void write(Iterable<?> elements, JsonGenerator json) {
        if (elements instanceof Path path) { // whose elements are paths again, of themselves
            json.write(path.toString());
            return;
        }
        Stream<JsonValue> values =
                StreamSupport.stream(elements.spliterator(), false).map(this::read);
        json.writeStartArray();
        (elements instanceof Set ? values.sorted(Comparator.comparing(JsonValue::toString)) : values)
                .forEach(json::write);
        json.writeEnd();
    }

    /** For types that extend Collection; JSON-B looks for serializers among the parents of a generic type. */
    @SuppressWarnings("rawtypes") // it finds no other
    private final class Collections implements JsonbSerializer<Collection> {

        @Override
        public void serialize(Collection elements, JsonGenerator json, SerializationContext context) {
            write(elements, json);
        }
    }

    /** For Collection itself. */
    @SuppressWarnings("rawtypes")
    private final class Iterables implements JsonbSerializer<Iterable> {

        @Override
        public void serialize(Iterable elements, JsonGenerator json, SerializationContext context) {
            write(elements, json);
        }
    }
}
