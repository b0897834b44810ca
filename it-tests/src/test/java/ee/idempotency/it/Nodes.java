// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import ee.idempotency.example.server.PayaraMicro;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Nodes on the database of this run, started as a deployer would: by the example's launcher and boot commands. */
public final class Nodes {

    private Nodes() {}

    /** A directory for all that one node writes. */
    public static Path newDirectory() throws IOException {
        Path parent = Files.createDirectories(Path.of(System.getProperty("test.directory")));
        return Files.createTempDirectory(parent, System.getProperty("test.database") + "-");
    }

    /** A node on a free port of the loopback address, with settings in its environment. */
    public static PayaraMicro.Options options(Path war, Path directory, Map<String, String> settings)
            throws IOException {
        return new PayaraMicro.Options(
                Path.of(System.getProperty("test.server")),
                war,
                freePort(),
                directory,
                Path.of(System.getProperty("test.boot"), System.getProperty("test.database") + ".txt"),
                List.of(Path.of(System.getProperty("test.libraries"))),
                PayaraMicro.Options.QUICK_START,
                Map.of(),
                environment(settings));
    }

    /** The environment of a node: its settings, and where its database is. */
    public static Map<String, String> environment(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(TestDatabase.environment());
        environment.putAll(settings);
        return environment;
    }

    /** Is the database of this run PostgreSQL, or H2 inside the server? */
    public static boolean onPostgreSql() {
        return "postgresql".equals(System.getProperty("test.database"));
    }

    /** A file that the example ships for a server. */
    public static Path serverFile(String name) {
        return Path.of(System.getProperty("test.boot"), name);
    }

    /** The JDBC driver of a database. */
    public static Path driver(String database) throws IOException {
        Path libraries = Path.of(System.getProperty("test.libraries"));
        try (DirectoryStream<Path> found = Files.newDirectoryStream(libraries, database + "*.jar")) {
            return found.iterator().next();
        }
    }

    /** A port of the loopback address that nobody has now. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
