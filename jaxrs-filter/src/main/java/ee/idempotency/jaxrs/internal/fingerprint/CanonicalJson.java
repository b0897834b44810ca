// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as RFC 8785 understands it - members in any order, white space and escapes without meaning - but numbers exact, and
 * the form framed and tagged instead of a text. Documents that parsers disagree about have no canonical form. Thread-safe.
 */
final class CanonicalJson {

    /** How deep objects and arrays may be nested. */
    static final int MAX_DEPTH = 64;

    private final JsonParserFactory parsers = JsonProvider.provider().createParserFactory(Map.of());
    private final JsonSelection selection;
    private final PointerNode pointers;

    CanonicalJson(JsonSelection selection) {
        this.selection = selection;
        this.pointers = selection.root();
    }

    /**
     * The canonical form of what is compared of a document.
     *
     * @throws NotCanonicalException if it is not JSON in UTF-8, has a member twice, is nested too deep, or has a number
     *     beyond all measure
     */
    byte[] of(byte[] body) throws NotCanonicalException {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new NotCanonicalException("not UTF-8");
        }
        Reading reading = new Reading();
        try (JsonParser parser = parsers.createParser(new StringReader(text))) {
            while (parser.hasNext()) {
                reading.accept(parser.next(), parser);
            }
        } catch (RuntimeException malformed) { // each parser throws others
            throw new NotCanonicalException("malformed");
        }
        return reading.result();
    }

    /** One document. */
    private final class Reading {

        private final CanonicalBytes canonical = new CanonicalBytes();
        private final Deque<JsonFrame> open = new ArrayDeque<>();
        private final Deque<Value> values = new ArrayDeque<>();
        private final Map<String, byte[]> selected = new HashMap<>();
        private boolean complete;

        /** A value that has begun. */
        private record Value(int start, @Nullable String pointer) {}

        void accept(JsonParser.Event event, JsonParser parser) throws NotCanonicalException {
            switch (event) {
                case KEY_NAME -> open.element().beginMember(parser.getString(), canonical);
                case START_OBJECT -> start('{', JsonFrame.object(begin()));
                case START_ARRAY -> start('[', JsonFrame.array(begin()));
                case END_OBJECT -> end('}');
                case END_ARRAY -> end(']');
                case VALUE_STRING -> {
                    begin();
                    canonical.text(parser.getString());
                    end();
                }
                case VALUE_NUMBER -> {
                    begin();
                    canonical.field(
                            'n', JsonNumber.canonical(parser.getString()).getBytes(StandardCharsets.US_ASCII));
                    end();
                }
                case VALUE_TRUE -> constant('t');
                case VALUE_FALSE -> constant('f');
                case VALUE_NULL -> constant('0');
            }
        }

        private void constant(char mark) throws NotCanonicalException {
            begin();
            canonical.mark(mark);
            end();
        }

        private void start(char mark, JsonFrame frame) throws NotCanonicalException {
            if (open.size() == MAX_DEPTH) {
                throw new NotCanonicalException("nested too deep");
            }
            canonical.mark(mark);
            open.push(frame);
        }

        private void end(char mark) throws NotCanonicalException {
            open.pop().end(canonical);
            canonical.mark(mark);
            end();
        }

        private @Nullable PointerNode begin() throws NotCanonicalException {
            if (complete) {
                throw new NotCanonicalException("more than one document");
            }
            JsonFrame parent = open.peek();
            PointerNode position = parent == null ? pointers : parent.beginValue(canonical);
            values.push(new Value(canonical.size(), position == null ? null : position.pointer()));
            return position;
        }

        private void end() {
            Value value = values.pop();
            boolean isPointedAt = value.pointer() != null;
            if (value.pointer() != null && selection.isPartial()) {
                selected.put(value.pointer(), canonical.copy(value.start(), canonical.size()));
            }
            JsonFrame parent = open.peek();
            if (parent == null) {
                complete = true;
            } else {
                parent.endValue(canonical, isPointedAt && !selection.isPartial());
            }
        }

        byte[] result() throws NotCanonicalException {
            if (!complete) {
                throw new NotCanonicalException("the document does not end");
            }
            if (!selection.isPartial()) {
                return canonical.toByteArray();
            }
            CanonicalBytes some = new CanonicalBytes();
            for (String pointer : selection.include()) {
                some.text(pointer);
                byte[] value = selected.get(pointer);
                if (value == null) {
                    some.mark('-');
                } else {
                    some.append(value);
                }
            }
            return some.toByteArray();
        }
    }
}
