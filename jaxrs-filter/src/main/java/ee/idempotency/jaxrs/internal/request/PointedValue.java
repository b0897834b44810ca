// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.request;

import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows a JSON pointer through the events of one document. Level 0 is the document itself; a container at level n is on
 * the way if the first n tokens lead to it. Of containers elsewhere only the depth is counted. Not thread-safe.
 */
final class PointedValue {

    private final List<String> tokens;
    private final boolean[] isArray;
    private final int[] elements;
    private final int[] hits;

    private int depth;
    private int onTheWay;
    private boolean isNext;
    private int documents;

    private @Nullable Event event;
    private String text = "";

    PointedValue(List<String> tokens) {
        this.tokens = tokens;
        this.isArray = new boolean[tokens.size() + 1];
        this.elements = new int[tokens.size() + 1];
        this.hits = new int[tokens.size() + 1];
    }

    /** Takes the next event of {@code parser}. */
    void accept(Event next, JsonParser parser) {
        switch (next) {
            case KEY_NAME ->
                isNext = isInsideContainerOnTheWay() && tokens.get(depth - 1).equals(parser.getString());
            case START_OBJECT, START_ARRAY -> start(next, beginValue(next, parser));
            case END_OBJECT, END_ARRAY -> end();
            default -> beginValue(next, parser);
        }
    }

    /** Whether the value is on the way; {@link #depth} is still that of the container around it. */
    private boolean beginValue(Event next, JsonParser parser) {
        if (depth == 0) {
            documents++;
            return true;
        }
        boolean isHit = isNext;
        if (isInsideContainerOnTheWay() && isArray[depth]) {
            isHit = tokens.get(depth - 1).equals(Integer.toString(elements[depth]++));
        }
        isNext = false;
        if (isHit) {
            hits[depth]++;
            if (depth == tokens.size()) {
                event = next;
                text = next == Event.VALUE_STRING || next == Event.VALUE_NUMBER ? parser.getString() : "";
            }
        }
        return isHit;
    }

    private boolean isInsideContainerOnTheWay() {
        return depth > 0 && depth == onTheWay && depth <= tokens.size();
    }

    private void start(Event next, boolean isHit) {
        depth++;
        if (isHit && depth <= tokens.size()) {
            onTheWay = depth;
            isArray[depth] = next == Event.START_ARRAY;
            elements[depth] = 0;
        }
    }

    private void end() {
        if (onTheWay == depth) {
            onTheWay--;
        }
        depth--;
    }

    /** Whether there was one document, and its end. */
    boolean isComplete() {
        return documents == 1 && depth == 0;
    }

    /** Whether two members of one name are on the way, so that parsers may differ about the value. */
    boolean isAmbiguous() {
        for (int hit : hits) {
            if (hit > 1) {
                return true;
            }
        }
        return false;
    }

    /** The event that began the value; empty if the document has none there. */
    Optional<Event> event() {
        return Optional.ofNullable(event);
    }

    /** The characters of a string or number. */
    String text() {
        return text;
    }
}
