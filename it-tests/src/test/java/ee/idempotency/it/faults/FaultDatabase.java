// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A PostgreSQL that can be killed, stopped and started again on the same data and port. */
final class FaultDatabase implements AutoCloseable {

    private final Path data;
    private final int port;
    private final Thread atExit = new Thread(this::closeQuietly, "end PostgreSQL");
    private EmbeddedPostgres postgres;

    FaultDatabase(Path data) throws IOException {
        this.data = data;
        this.port = Ports.free();
        this.postgres = launch();
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    private EmbeddedPostgres launch() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "300")
                // the embedded default is off, which forgets acknowledged commits when it is killed
                .setServerConfig("synchronous_commit", "on")
                .setPGStartupWait(Duration.ofMinutes(1))
                .start();
    }

    int port() {
        return port;
    }

    /** Kills the server and all its processes at once, as {@code kill -9} does, and waits for their end. */
    void kill() throws IOException, InterruptedException {
        List<ProcessHandle> processes = processes();
        processes.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : processes) {
            awaitEnd(process.onExit());
        }
        postgres.close();
    }

    /** Starts it again; returns when it accepts connections. */
    void start() throws IOException {
        postgres = launch();
    }

    /** Stops all its processes in their tracks. */
    void stop() throws IOException, InterruptedException {
        Signals.stop(pids());
    }

    /** Lets its processes go on. */
    void go() throws IOException, InterruptedException {
        Signals.go(pids());
    }

    private List<Long> pids() throws IOException {
        return processes().stream().map(ProcessHandle::pid).toList();
    }

    /** The postmaster first, so that it can start no other. */
    private List<ProcessHandle> processes() throws IOException {
        Path file = data.resolve("postmaster.pid");
        try (Stream<String> lines = Files.lines(file)) {
            long pid = Long.parseLong(lines.findFirst().orElseThrow().strip());
            ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
            List<ProcessHandle> processes = new ArrayList<>(List.of(postmaster));
            postmaster.descendants().forEach(processes::add);
            return processes;
        }
    }

    private static void awaitEnd(CompletableFuture<ProcessHandle> end) throws IOException, InterruptedException {
        try {
            end.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IOException("A process of PostgreSQL does not end", failed);
        }
    }

    private void closeQuietly() {
        try {
            postgres.close();
        } catch (IOException failed) {
            System.err.println("PostgreSQL was not closed: " + failed);
        }
    }

    @Override
    public void close() {
        closeQuietly();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
