// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import ee.idempotency.it.server.Launch;
import ee.idempotency.it.server.Server;
import ee.idempotency.it.server.ServerKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * A server that carries several WARs: one start for classes that bring an application of their own and need no other server
 * for it.
 */
public final class Carrier implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Server server;
    private final Path log;

    private Carrier(Server server, Path log) {
        this.server = server;
        this.log = log;
    }

    /**
     * Starts a server and waits for its first application.
     *
     * @param wars the first at the root, each other one at the path of its name
     * @param settings in the environment, and so for all applications
     */
    public static Carrier start(List<WebArchive> wars, Map<String, String> settings, UnaryOperator<Launch> more) {
        try {
            Path directory = Nodes.newDirectory();
            List<Path> files = new ArrayList<>();
            for (WebArchive war : wars) {
                Path file = directory.resolve(war.getName());
                war.as(ZipExporter.class).exportTo(file.toFile());
                files.add(file);
            }
            Launch launch = Launch.of(files.get(0), directory, settings)
                    .beside(files.subList(1, files.size()).toArray(Path[]::new));
            Server server = ServerKind.ofThisRun().start(more.apply(launch));
            server.awaitReady(PATIENCE);
            return new Carrier(server, directory.resolve("server.log"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Has it end when another server is started. */
    public Carrier closedBeforeNextStart() {
        ServerKind.closeBeforeNextStart(server::close);
        return this;
    }

    /**
     * Waits for a further application: until the server finds a path of it. Open Liberty remembers of each path which application
     * answered it first, which must not be the one at the root: there its log is asked before.
     */
    public Carrier awaitFound(String application, String path) {
        Awaitility.await(application)
                .atMost(PATIENCE)
                .until(() -> ServerKind.ofThisRun() != ServerKind.LIBERTY
                        || log().contains("CWWKZ0001I: Application " + application + " started"));
        Http http = new Http(server.uri("/"));
        Awaitility.await(path)
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> http.get(application + path).statusCode() != 404);
        return this;
    }

    public Server server() {
        return server;
    }

    /** All that it has logged, of each application. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
