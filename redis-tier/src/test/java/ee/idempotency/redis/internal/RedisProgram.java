// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** The program of the Redis server for this platform, from the artifact {@code embedded-redis}. */
final class RedisProgram {

    private static final Map<String, String> NAMES = Map.of(
            "Linux amd64", "redis-server-6.2.6-v5-linux-amd64",
            "Linux aarch64", "redis-server-6.2.7-linux-arm64",
            "Mac OS X x86_64", "redis-server-6.2.6-v5-darwin-amd64",
            "Mac OS X aarch64", "redis-server-6.2.6-v5-darwin-arm64");

    private RedisProgram() {}

    /** Unpacks the program and returns where it is; the file is deleted when the JVM ends. */
    static Path unpacked() throws IOException {
        String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        String name = NAMES.get(platform);
        if (name == null) {
            throw new IllegalStateException("The tests have no Redis for " + platform + ", only for " + NAMES.keySet());
        }
        try (InputStream packed = RedisProgram.class.getResourceAsStream("/" + name)) {
            if (packed == null) {
                throw new IllegalStateException("No Redis on the class path: run with the profile 'all',"
                        + " and give the test the tag \"all\" so that only that profile runs it");
            }
            Path program = Files.createTempFile("redis-server-", "");
            program.toFile().deleteOnExit();
            Files.copy(packed, program, StandardCopyOption.REPLACE_EXISTING);
            if (!program.toFile().setExecutable(true)) {
                throw new IOException("Cannot be made executable: " + program);
            }
            return program;
        }
    }
}
