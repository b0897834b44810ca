// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PgBouncer on the loopback address, if the machine has its program (the Debian package {@code pgbouncer}). */
final class PgBouncer implements AutoCloseable {

    private final Process process;
    private final int port;

    private PgBouncer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Optional<Path> program() {
        return Stream.of("/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** In front of the server of a database. */
    static PgBouncer start(PGSimpleDataSource database, String poolMode) throws IOException {
        int port = freePort();
        Path directory = Files.createTempDirectory("pgbouncer");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path settings = Files.writeString(
                directory.resolve("pgbouncer.ini"),
                String.join(
                        "\n",
                        List.of(
                                "[databases]",
                                "* = host=127.0.0.1 port=" + database.getPortNumbers()[0] + " user=postgres",
                                "[pgbouncer]",
                                "listen_addr = 127.0.0.1",
                                "listen_port = " + port,
                                "unix_socket_dir =",
                                "auth_type = any",
                                "pool_mode = " + poolMode,
                                "default_pool_size = 4",
                                "ignore_startup_parameters = extra_float_digits,options",
                                "")));
        ProcessBuilder builder = new ProcessBuilder(program().orElseThrow().toString(), "-q");
        if ("root".equals(System.getProperty("user.name"))) {
            builder.command().addAll(List.of("-u", "nobody")); // it refuses to be root
        }
        builder.command().add(settings.toString());
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> accepts(port));
        return new PgBouncer(process, port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The same database behind it. */
    PGSimpleDataSource of(PGSimpleDataSource database) {
        PGSimpleDataSource behind = new PGSimpleDataSource();
        behind.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/" + database.getDatabaseName());
        behind.setUser("postgres");
        return behind;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
