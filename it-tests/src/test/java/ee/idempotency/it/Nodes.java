// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What nodes on the database of this run need. */
public final class Nodes {

    private Nodes() {}

    /** A directory for all that one node writes. */
    public static Path newDirectory() throws IOException {
        Path parent = Files.createDirectories(Path.of(System.getProperty("test.directory")));
        return Files.createTempDirectory(parent, database() + "-");
    }

    /** The environment of a node: its settings, and where its database is. */
    public static Map<String, String> environment(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(TestDatabase.environment());
        environment.putAll(settings);
        return environment;
    }

    /** The database of this run: {@code h2}, {@code postgresql} or {@code mariadb}. */
    public static String database() {
        return System.getProperty("test.database", "postgresql");
    }

    /** A file that the example ships for a server. */
    public static Path serverFile(String name) {
        return Path.of(System.getProperty("test.boot"), name);
    }

    /** The JDBC driver of a database. */
    public static Path driver(String database) throws IOException {
        Path libraries = Path.of(System.getProperty(database.equals("h2") ? "test.h2" : "test.libraries"));
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
