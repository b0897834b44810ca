// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis.internal;

import ee.idempotency.spi.RecordKey;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The names of keys. A record and the index of its shard have one hash tag, so that they are in one slot of a cluster and
 * one script may change both; the shards spread over the slots.
 */
final class Keys {

    /** Small enough to sweep them one by one, many enough for the nodes of a cluster. */
    static final int SHARDS = 64;

    private final String space;

    Keys(String space) {
        if (!space.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException(
                    "A key space has 1 to 64 characters of A-Z a-z 0-9 . _ -, so not '" + space + "'");
        }
        this.space = space;
    }

    static int shardOf(RecordKey recordKey) {
        return (int) (recordKey.value().getLeastSignificantBits() & (SHARDS - 1));
    }

    /** The record's name in its index. */
    static String name(RecordKey recordKey) {
        return recordKey.value().toString();
    }

    /** The record and its index. */
    List<byte[]> of(RecordKey recordKey) {
        int shard = shardOf(recordKey);
        return List.of(encode(recordPrefix(shard) + name(recordKey)), index(shard));
    }

    byte[] index(int shard) {
        return encode(tag(shard) + "due");
    }

    /** What the keys of a shard's records begin with. */
    String recordPrefix(int shard) {
        return tag(shard) + "record:";
    }

    private String tag(int shard) {
        return "{" + space + ":" + shard + "}:";
    }

    private static byte[] encode(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
