// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

import ee.idempotency.it.server.Launch;
import ee.idempotency.it.server.Server;
import ee.idempotency.it.server.ServerKind;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A server that can be killed, paused and started again on the same port. */
final class FaultNode implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(5);
    private static final int THREADS = 150;

    private final Path war;
    private final int port = Ports.free();
    private final int poolSize;
    private final Map<String, String> environment;
    private Path directory;
    private Server server;

    /** Starts a server; {@link #awaitReady} before it is used. */
    FaultNode(Path war, int poolSize, Map<String, String> environment) throws IOException {
        this.war = war;
        this.poolSize = poolSize;
        this.environment = environment;
        this.directory = newDirectory();
        this.server = launch();
    }

    private static Path newDirectory() throws IOException {
        Path parent = Files.createDirectories(Path.of(System.getProperty("test.directory")));
        return Files.createTempDirectory(parent, "faults-");
    }

    /** The example's pool as it ships, of another size, and threads enough for every request to reach it. */
    private Server launch() throws IOException {
        return ServerKind.ofThisRun()
                .start(new Launch(war, directory, port, environment, poolSize, THREADS, false, List.of()));
    }

    int port() {
        return port;
    }

    void awaitReady() throws IOException, InterruptedException {
        server.awaitReady(START);
    }

    /** Kills the server as {@code kill -9} does. */
    void kill() {
        server.kill();
    }

    /** Starts it again, on the same port. */
    void start() throws IOException {
        Path before = directory;
        directory = newDirectory();
        server = launch();
        delete(before);
    }

    /** Stops it in its tracks. */
    void pause() throws IOException, InterruptedException {
        Signals.stop(server.pids());
    }

    /** Lets it go on. */
    void resume() throws IOException, InterruptedException {
        Signals.go(server.pids());
    }

    /** Deletes what a server unpacked, some 200 MB, and keeps its log. */
    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.filter(file -> !file.endsWith("server.log"))
                    .sorted(Comparator.reverseOrder())
                    .map(Path::toFile)
                    .forEach(File::delete);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        server.close();
        delete(directory);
    }
}
