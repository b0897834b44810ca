// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

import ee.idempotency.example.server.PayaraMicro;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A server that can be killed, paused and started again on the same port. */
final class FaultNode implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(5);
    /** Under a fault a server logs a stack trace a request; all of it is in its log file. */
    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    private final Path war;
    private final int port = Ports.free();
    private final int poolSize;
    private final Map<String, String> environment;
    private Path directory;
    private PayaraMicro server;

    /** Starts a server; {@link #awaitReady} before it is used. */
    FaultNode(Path war, int poolSize, Map<String, String> environment) throws IOException {
        this.war = war;
        this.poolSize = poolSize;
        this.environment = environment;
        this.directory = newDirectory();
        this.server = PayaraMicro.start(options(), NOWHERE);
    }

    private static Path newDirectory() throws IOException {
        Path parent = Files.createDirectories(Path.of(System.getProperty("test.directory")));
        return Files.createTempDirectory(parent, "faults-");
    }

    private PayaraMicro.Options options() throws IOException {
        return new PayaraMicro.Options(
                Path.of(System.getProperty("test.server")),
                war,
                port,
                directory,
                bootCommands(),
                List.of(Path.of(System.getProperty("test.libraries"))),
                PayaraMicro.Options.QUICK_START,
                Map.of(),
                environment);
    }

    /** The example's pool as it ships, of another size, and threads enough for every request to reach it. */
    private Path bootCommands() throws IOException {
        List<String> commands = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(System.getProperty("test.boot"), "postgresql.txt"))) {
            commands.add(line.replace("--maxpoolsize=20", "--maxpoolsize=" + poolSize));
        }
        commands.add("set configs.config.server-config.thread-pools.thread-pool.http-thread-pool."
                + "max-thread-pool-size=150");
        return Files.write(directory.resolve("pool.txt"), commands);
    }

    int port() {
        return port;
    }

    void awaitReady() throws IOException, InterruptedException {
        server.awaitReady(START);
    }

    /** Kills the server as {@code kill -9} does. */
    void kill() {
        server.destroyForcibly();
        server.close();
    }

    /** Starts it again, on the same port. */
    void start() throws IOException {
        Path before = directory;
        directory = newDirectory();
        server = PayaraMicro.start(options(), NOWHERE);
        delete(before);
    }

    /** Stops it in its tracks. */
    void pause() throws IOException, InterruptedException {
        Signals.stop(List.of(server.pid()));
    }

    /** Lets it go on. */
    void resume() throws IOException, InterruptedException {
        Signals.go(List.of(server.pid()));
    }

    /** Deletes what a server unpacked, some 200 MB, and keeps its log. */
    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory.resolve("tmp"))) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
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
