// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The scripts, one a verb, with the hash that the server knows each by. */
enum Script {
    CLAIM("record", "claim"),
    COMPLETE("record", "complete"),
    FAIL("record", "fail"),
    RELEASE("record", "release"),
    RENEW("record", "renew"),
    LOOKUP("record", "lookup"),
    DELETE("record", "delete"),
    SWEEP("sweep");

    private final String text;
    private final String sha1;

    Script(String... parts) {
        StringBuilder joined = new StringBuilder();
        for (String part : parts) {
            joined.append(read(part + ".lua"));
        }
        text = joined.toString();
        sha1 = sha1(text);
    }

    byte[] text() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    byte[] sha1() {
        return sha1.getBytes(StandardCharsets.US_ASCII);
    }

    private static String read(String resource) {
        try (InputStream in = Script.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The script " + resource + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What Redis itself computes of a script; no secret depends on it. */
    private static String sha1(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-1", impossible);
        }
    }
}
