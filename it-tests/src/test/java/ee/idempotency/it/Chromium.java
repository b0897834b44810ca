// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the browser of the tests is, and how it is started: without a window, and it asks nobody outside for anything. */
public final class Chromium {

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private static final List<String> OPTIONS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-dev-shm-usage",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private Chromium() {}

    /** Whether there is one on this machine. */
    public static boolean isThere() {
        return Files.isExecutable(PROGRAM);
    }

    /** A directory of the build: a browser that ends may still write to its profile when a temporary one would be deleted. */
    public static Path newDirectory() throws IOException {
        return Files.createTempDirectory(Path.of("target"), "browser").toAbsolutePath();
    }

    /** The command that starts it, with a profile in {@code directory}, and with more options and the page. */
    public static ProcessBuilder command(Path directory, String... more) {
        Stream<String> own = Stream.of("--user-data-dir=" + directory.resolve("profile"));
        return new ProcessBuilder(Stream.of(Stream.of(PROGRAM.toString()), OPTIONS.stream(), own, Stream.of(more))
                .flatMap(each -> each)
                .toList());
    }
}
