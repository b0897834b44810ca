// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import ee.idempotency.InvalidKeyException.Reason;
import ee.idempotency.internal.FramedDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of key parts: the {@linkplain KeyPartValue values}, and what is made of them. A list is its size and its
 * elements; a record its number of components and their values in the order of declaration, without any name, so that
 * renaming changes no key; a map its size and its entries, sorted by the encoding of their keys. Changing anything here
 * makes every stored key unknown.
 */
final class KeyPartEncoder {

    private static final int MAX_NESTING = 4;

    private final FramedDigest digest;
    private final long start;
    private final long limit;

    /** An encoder that feeds {@code digest} with at most {@code limit} bytes, frames included. */
    KeyPartEncoder(FramedDigest digest, int limit) {
        this.digest = digest;
        this.start = digest.size();
        this.limit = limit;
    }

    /** Adds one part. */
    void add(@Nullable Object part) {
        add(part, 0);
    }

    /** The digest of all parts; ends the use of this encoder. */
    byte[] digest() {
        return digest.digest();
    }

    private void add(@Nullable Object part, int depth) {
        KeyPartValue value = KeyPartValue.of(part, limit);
        if (value != null) {
            feed(value);
        } else if (part instanceof List<?> list) {
            addList('l', list, depth);
        } else if (part instanceof Object[] array) {
            addList('l', Arrays.asList(array), depth);
        } else if (part instanceof Map<?, ?> map) {
            addMap(map, depth);
        } else if (part instanceof Record record) {
            addList('r', RecordComponents.values(record), depth);
        } else {
            throw KeyPartValue.unsupported(Objects.requireNonNull(part));
        }
    }

    private void addList(char tag, List<?> list, int depth) {
        checkNesting(depth);
        feed(KeyPartValue.ofText(tag, Integer.toString(list.size()), limit));
        list.forEach(element -> add(element, depth + 1));
    }

    private void addMap(Map<?, ?> map, int depth) {
        checkNesting(depth);
        TreeMap<KeyPartValue, @Nullable Object> sorted = new TreeMap<>(KeyPartValue.ORDER);
        for (Entry<?, ?> entry : map.entrySet()) {
            KeyPartValue key = KeyPartValue.of(entry.getKey(), limit);
            if (key == null) {
                throw KeyPartValue.unsupported(Objects.requireNonNull(entry.getKey()));
            }
            sorted.put(key, entry.getValue());
        }
        if (sorted.size() < map.size()) {
            throw new InvalidKeyException(
                    Reason.PART_TYPE, "Two keys of a map in a key part are the same part, such as 1 and 1L");
        }
        feed(KeyPartValue.ofText('m', Integer.toString(sorted.size()), limit));
        sorted.forEach((key, value) -> {
            feed(key);
            add(value, depth + 1);
        });
    }

    private static void checkNesting(int depth) {
        if (depth >= MAX_NESTING) {
            throw new InvalidKeyException(
                    Reason.PART_TYPE,
                    "Lists, maps and records in a key part are nested at most " + MAX_NESTING + " deep");
        }
    }

    private void feed(KeyPartValue value) {
        if (digest.size() - start + value.size() > limit) {
            throw KeyPartValue.tooLarge(limit);
        }
        value.feed(digest);
    }
}
