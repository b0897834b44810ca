// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.Iterator;

/**
 * An order of JSON values that depends on nothing but their text: kind, then length, then the first difference. It ends at
 * the first difference, so that two values that differ at once cost nothing, however large they are. Objects have their
 * members in the order of their names already.
 */
enum JsonOrder implements Comparator<JsonValue> {
    /** The only one. */
    INSTANCE;

    @Override
    public int compare(JsonValue one, JsonValue other) {
        int byKind = one.getValueType().compareTo(other.getValueType());
        if (byKind != 0) {
            return byKind;
        }
        return switch (one.getValueType()) {
            case STRING -> ((JsonString) one).getString().compareTo(((JsonString) other).getString());
            case NUMBER -> ((JsonNumber) one).toString().compareTo(((JsonNumber) other).toString());
            case ARRAY -> {
                int byLength = Integer.compare(((JsonArray) one).size(), ((JsonArray) other).size());
                yield byLength != 0
                        ? byLength
                        : first(((JsonArray) one).iterator(), ((JsonArray) other).iterator(), this);
            }
            case OBJECT -> compareObjects((JsonObject) one, (JsonObject) other);
            case TRUE, FALSE, NULL -> 0;
        };
    }

    private int compareObjects(JsonObject one, JsonObject other) {
        int byLength = Integer.compare(one.size(), other.size());
        if (byLength != 0) {
            return byLength;
        }
        int byNames = first(one.keySet().iterator(), other.keySet().iterator(), Comparator.<String>naturalOrder());
        return byNames != 0
                ? byNames
                : first(one.values().iterator(), other.values().iterator(), this);
    }

    /** The order by the first that differ; both are of one length. */
    private static <T> int first(Iterator<? extends T> one, Iterator<? extends T> other, Comparator<T> order) {
        while (one.hasNext()) {
            int difference = order.compare(one.next(), other.next());
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }
}
