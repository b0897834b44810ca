// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
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
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON of payloads, the same in every process: members of objects in the order of their names, elements of sets, and entries
 * of maps whose keys are no names, in the order of {@link JsonOrder}. Hash sets and maps of the JDK iterate in an order that
 * is another one in each process. A set is written as an object of one odd name first, and put in order when all of it is
 * read, so that nothing is written or read more than once, however deep it is. Thread-safe.
 */
final class PayloadJson {

    /** The name of what has no order of its own; no property of a class can have it. */
    private static final String UNORDERED = "\u0000unordered";

    private final Jsonb jsonb =
            JsonbBuilder.create(new JsonbConfig().withSerializers(new Collections(), new Iterables(), new Maps()));

    /** Once: looking for the provider costs more than most payloads. */
    private final JsonBuilderFactory builders = Json.createBuilderFactory(Map.of());

    /**
     * The JSON of a value.
     *
     * @throws jakarta.json.bind.JsonbException if it has none
     */
    String of(@Nullable Object value) {
        try (JsonReader reader = Json.createReader(new StringReader(jsonb.toJson(value)))) {
            return sorted(reader.readValue()).toString();
        }
    }

    private JsonValue sorted(JsonValue value) {
        if (value instanceof JsonObject object) {
            if (object.get(UNORDERED) instanceof JsonArray elements) {
                JsonArrayBuilder builder = builders.createArrayBuilder();
                elements.stream().map(this::sorted).sorted(JsonOrder.INSTANCE).forEach(builder::add);
                return builder.build();
            }
            JsonObjectBuilder builder = builders.createObjectBuilder();
            new TreeMap<>(object).forEach((name, member) -> builder.add(name, sorted(member)));
            return builder.build();
        }
        if (value instanceof JsonArray array) {
            JsonArrayBuilder builder = builders.createArrayBuilder();
            array.forEach(element -> builder.add(sorted(element)));
            return builder.build();
        }
        return value;
    }

    private static void write(Iterable<?> elements, JsonGenerator json, SerializationContext context) {
        if (elements instanceof Path path) { // whose elements are paths again, of themselves
            json.write(path.toString());
        } else if (elements instanceof Set) {
            json.writeStartObject();
            json.writeStartArray(UNORDERED);
            elements.forEach(element -> write(element, json, context));
            json.writeEnd();
            json.writeEnd();
        } else {
            json.writeStartArray();
            elements.forEach(element -> write(element, json, context));
            json.writeEnd();
        }
    }

    private static void write(@Nullable Object element, JsonGenerator json, SerializationContext context) {
        if (element == null) {
            json.writeNull();
        } else {
            context.serialize(element, json);
        }
    }

    private static void write(Map<?, ?> map, JsonGenerator json, SerializationContext context) {
        json.writeStartObject();
        if (hasNames(map)) {
            map.forEach((key, value) -> {
                json.writeKey(nameOf(key));
                write(value, json, context);
            });
        } else {
            json.writeStartArray(UNORDERED);
            map.forEach((key, value) -> {
                json.writeStartArray();
                write(key, json, context);
                write(value, json, context);
                json.writeEnd();
            });
            json.writeEnd();
        }
        json.writeEnd();
    }

    /** Whether its keys are texts, numbers or constants, and no two are written alike. */
    private static boolean hasNames(Map<?, ?> map) {
        Set<String> names = new HashSet<>();
        return map.keySet().stream()
                .allMatch(key -> (key instanceof CharSequence || key instanceof Number || key instanceof Enum)
                        && names.add(nameOf(key)));
    }

    /** What a key is written as; asked for keys that are names only. */
    private static String nameOf(Object key) {
        return key instanceof Enum<?> constant ? constant.name() : String.valueOf(key);
    }

    /** For types that extend Collection; JSON-B looks for serializers among the parents of a generic type. */
    @SuppressWarnings("rawtypes") // it finds no other
    private static final class Collections implements JsonbSerializer<Collection> {

        @Override
        public void serialize(Collection elements, JsonGenerator json, SerializationContext context) {
            write((Iterable<?>) elements, json, context);
        }
    }

    /** For Collection itself. */
    @SuppressWarnings("rawtypes")
    private static final class Iterables implements JsonbSerializer<Iterable> {

        @Override
        public void serialize(Iterable elements, JsonGenerator json, SerializationContext context) {
            write((Iterable<?>) elements, json, context);
        }
    }

    /** For maps, whose entries JSON-B writes in their own order where a key is no name. */
    @SuppressWarnings("rawtypes")
    private static final class Maps implements JsonbSerializer<Map> {

        @Override
        public void serialize(Map map, JsonGenerator json, SerializationContext context) {
            write((Map<?, ?>) map, json, context);
        }
    }
}
