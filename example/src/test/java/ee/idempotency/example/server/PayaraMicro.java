// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.example.server;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * One Payara Micro process that serves one WAR at {@code http://127.0.0.1:<port>/} and nowhere else.
 *
 * <p>The process is ended when this JVM exits by itself, by Ctrl-C or by SIGTERM; not when this JVM is killed.
 * Thread-safe.
 */
public final class PayaraMicro implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String BIND_TO_LOOPBACK =
            "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address="
                    + LOOPBACK;
    private static final Duration GRACE = Duration.ofSeconds(10);

    /**
     * What to start.
     *
     * @param java the home of the JDK it runs on
     * @param jar the Payara Micro jar
     * @param war the application
     * @param others further applications, each at the path of its file's name
     * @param port a TCP port, free on the loopback address
     * @param directory holds all that the server writes, {@code server.log} among it; two servers must not share one
     * @param bootCommands a file of asadmin commands to run before the server boots
     * @param libraries jars or directories of jars the server gets on its class path, such as JDBC drivers
     * @param jvmOptions options for the server's JVM
     * @param systemProperties system properties of the server's JVM
     * @param environment added to the environment of this process
     */
    public record Options(
            Path java,
            Path jar,
            Path war,
            List<Path> others,
            int port,
            Path directory,
            Path bootCommands,
            List<Path> libraries,
            List<String> jvmOptions,
            Map<String, String> systemProperties,
            Map<String, String> environment) {

        /** Quick to start on few cores: the first compiler and the serial collector only. */
        public static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    }

    private final Options options;
    private final Process process;
    private final ServerLog log;
    private final Thread pump;
    private final Thread atExit = new Thread(this::destroy, "end Payara Micro");

    private PayaraMicro(Options options, Process process, ServerLog log) {
        this.options = options;
        this.process = process;
        this.log = log;
        this.pump = new Thread(this::pump, "Payara Micro " + process.pid());
        pump.setDaemon(true);
    }

    /**
     * Starts the process and returns at once.
     *
     * @param screen gets what the server logs at WARNING and above, once it is ready
     * @throws IOException if the port is taken, a file is missing or the process cannot be started
     */
    public static PayaraMicro start(Options options, PrintStream screen) throws IOException {
        requireFree(options.port());
        for (Path file : List.of(options.jar(), options.war())) {
            if (!Files.isRegularFile(file)) {
                throw new IOException("There is no file " + file);
            }
        }
        Path temporary = Files.createDirectories(options.directory().resolve("tmp"));
        Path logFile = options.directory().resolve("server.log");
        ProcessBuilder builder = new ProcessBuilder(command(options, temporary))
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.PIPE);
        builder.environment().putAll(options.environment());
        PayaraMicro server = new PayaraMicro(options, builder.start(), new ServerLog(logFile, screen));
        Runtime.getRuntime().addShutdownHook(server.atExit);
        server.pump.start();
        return server;
    }

    private static List<String> command(Options options, Path temporary) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(options.java().resolve("bin/java").toString());
        command.addAll(options.jvmOptions());
        // The level names in the log are translated otherwise.
        command.add("-Duser.language=en");
        command.add("-Djava.io.tmpdir=" + temporary);
        options.systemProperties().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", options.jar().toString(), "--nohazelcast", "--disablephonehome"));
        command.addAll(List.of("--port", Integer.toString(options.port())));
        command.addAll(List.of("--prebootcommandfile", bootCommands(options).toString()));
        command.addAll(List.of("--logproperties", loggingProperties(options).toString()));
        if (!options.libraries().isEmpty()) {
            String libraries =
                    options.libraries().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
            command.addAll(List.of("--addlibs", libraries));
        }
        command.addAll(List.of("--deploy", options.war().toString(), "--contextroot", "/"));
        options.others().forEach(other -> command.addAll(List.of("--deploy", other.toString())));
        return command;
    }

    private static Path bootCommands(Options options) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(BIND_TO_LOOPBACK);
        lines.addAll(Files.readAllLines(options.bootCommands()));
        return Files.write(options.directory().resolve("boot-commands.txt"), lines);
    }

    private static Path loggingProperties(Options options) throws IOException {
        Path file = options.directory().resolve("logging.properties");
        try (InputStream in = PayaraMicro.class.getResourceAsStream("logging.properties")) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    private static void requireFree(int port) throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new IOException(
                    "Port " + port + " on " + LOOPBACK + " is taken by another process (" + e.getMessage() + ")", e);
        }
    }

    private void pump() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.accept(line);
            }
        } catch (IOException e) {
            log.accept("The log cannot be read any more: " + e);
        } finally {
            log.close();
        }
    }

    /**
     * Waits until the server says that it has deployed the application.
     *
     * @throws IOException if the server ends, refuses a boot command, does not deploy the application, or is not ready
     *     in time; the message quotes the cause from the server's log. The process has been ended then.
     */
    public void awaitReady(Duration timeout) throws IOException, InterruptedException {
        try {
            if (!log.awaitReady(timeout)) {
                throw failed(
                        process.isAlive()
                                ? "The server was not ready after " + timeout.toSeconds() + " s"
                                : "The server ended with exit code " + process.exitValue());
            }
            if (log.bootCommandFailed()) {
                throw failed("The server refused a command of " + options.bootCommands());
            }
            if (!log.deployed()) {
                throw failed("The server started, but did not deploy "
                        + options.war().getFileName());
            }
            log.echo();
        } catch (IOException | InterruptedException e) {
            destroy();
            throw e;
        }
    }

    private IOException failed(String what) {
        return new IOException(what + ".\n" + log.problems() + "The whole log: " + log.file());
    }

    /** The address of {@code path}, which starts with a slash. */
    public URI uri(String path) {
        return URI.create("http://" + LOOPBACK + ":" + options.port() + path);
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until the process ends and returns its exit code. */
    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** Ends the process in order, or by force after ten seconds, and waits for its end. */
    public void destroy() {
        // Not Process.destroy(): that closes the stream the log is read from.
        process.toHandle().destroy();
        if (!ended()) {
            destroyForcibly();
        }
    }

    /** Kills the process, as {@code kill -9} does, and waits for its end. */
    public void destroyForcibly() {
        process.toHandle().destroyForcibly();
        ended();
    }

    private boolean ended() {
        try {
            boolean ended = process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
            pump.join(GRACE.toMillis());
            return ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        destroy();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException shuttingDown) {
            // then the hook runs, or has run, and finds the process ended
        }
    }
}
