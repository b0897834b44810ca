// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server whose log says when it did not deploy the application. Its output goes to {@code server.log}. */
final class ServerProcess implements Server {

    /** Among several applications, one that fails need not be the one that is waited for. */
    private static final Pattern NO_FAILURE = Pattern.compile("(?!)");

    private final Process process;
    private final int port;
    private final Path log;
    private final Pattern failure;
    private final Thread atExit = new Thread(this::end, "end server");
    private volatile boolean failed;

    private ServerProcess(Process process, int port, Path log, Pattern failure) {
        this.process = process;
        this.port = port;
        this.log = log;
        this.failure = failure;
    }

    /** Starts one; {@code failure} is what its log says when it does not deploy the application. */
    static ServerProcess start(ProcessBuilder command, Launch launch, Pattern failure) throws IOException {
        ServerProcess server = new ServerProcess(
                command.redirectErrorStream(true).start(),
                launch.port(),
                launch.log(),
                launch.others().isEmpty() ? failure : NO_FAILURE);
        Runtime.getRuntime().addShutdownHook(server.atExit);
        Thread reader = new Thread(server::read, "log of " + server.log);
        reader.setDaemon(true);
        reader.start();
        return server;
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                PrintWriter out = new PrintWriter(Files.newBufferedWriter(log), true)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.println(line);
                failed |= failure.matcher(line).find();
            }
        } catch (IOException closed) {
            // the process is being ended
        } finally {
            failed = true;
        }
    }

    @Override
    public void awaitReady(Duration timeout) throws IOException, InterruptedException {
        if (!Readiness.await(this, () -> failed, timeout)) {
            close();
            throw new IOException("The server did not deploy the application. Its log:\n" + Files.readString(log));
        }
    }

    @Override
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public List<Long> pids() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .map(ProcessHandle::pid)
                .toList();
    }

    @Override
    public void kill() {
        close();
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException shuttingDown) {
            // the hook finds the process ended
        }
    }

    /** A server has nothing to lose: it is killed. */
    private void end() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }
}
