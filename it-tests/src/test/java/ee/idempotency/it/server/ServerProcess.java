// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A server whose log says what became of the deployment. Its output goes to {@code server.log}. */
final class ServerProcess implements Server {

    /** Messages of a server's log. */
    record Words(Pattern deployed, Pattern failed) {}

    private final Process process;
    private final int port;
    private final Path log;
    private final Words words;
    private final CountDownLatch decided = new CountDownLatch(1);
    private final Thread atExit = new Thread(this::end, "end server");
    private volatile boolean deployed;

    private ServerProcess(Process process, int port, Path log, Words words) {
        this.process = process;
        this.port = port;
        this.log = log;
        this.words = words;
    }

    static ServerProcess start(ProcessBuilder command, Launch launch, Words words) throws IOException {
        ServerProcess server =
                new ServerProcess(command.redirectErrorStream(true).start(), launch.port(), launch.log(), words);
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
                boolean good = words.deployed().matcher(line).find();
                if (good || words.failed().matcher(line).find()) {
                    deployed |= good && decided.getCount() > 0;
                    decided.countDown();
                }
            }
        } catch (IOException closed) {
            // the process is being ended
        } finally {
            decided.countDown();
        }
    }

    @Override
    public void awaitReady(Duration timeout) throws IOException, InterruptedException {
        if (!decided.await(timeout.toMillis(), TimeUnit.MILLISECONDS) || !deployed) {
            close();
            throw new IOException("The server did not deploy the application. Its log:\n" + Files.readString(log));
        }
        Awaitility.await("port " + port).atMost(timeout).until(this::listens);
    }

    /** Open Liberty says that the application has started shortly before it opens the port. */
    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
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
