// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import ee.idempotency.it.Nodes;
import ee.idempotency.it.Wars;
import ee.idempotency.it.http.war.Witness;
import ee.idempotency.it.server.Launch;
import ee.idempotency.it.server.Server;
import ee.idempotency.it.server.ServerKind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One node for all tests of this package; handed to their constructors. It is not the server of {@code Wars.withTests()}, because it
 * has few threads and fewer connections, waits long and sweeps nothing: there repeats wait briefly and the sweep comes every
 * second.
 */
public final class OneNode implements ParameterResolver {

    /** How many connections the node may have. */
    static final int CONNECTIONS = 5;

    /** How long a repeat waits under ONE_COMMIT. */
    static final int LOCK_WAIT_SECONDS = 8;

    /** How many repeats may wait at once: more than there are connections. */
    static final int WAITERS = CONNECTIONS + 1;

    private static final Map<String, String> SETTINGS = Map.of(
            "IDEMPOTENCY_ADMIN_READER_ROLE",
            "reader",
            "IDEMPOTENCY_ADMIN_OPERATOR_ROLE",
            "operator",
            "IDEMPOTENCY_ADMIN_REVEAL_ROLE",
            "reveal",
            "IDEMPOTENCY_LOCK_WAIT",
            "PT" + LOCK_WAIT_SECONDS + "S",
            "IDEMPOTENCY_MAX_WAITERS",
            Integer.toString(WAITERS),
            "IDEMPOTENCY_MAX_WAITERS_PER_KEY",
            Integer.toString(WAITERS),
            "IDEMPOTENCY_SWEEP_ENABLED",
            "false",
            "IDEMPOTENCY_QUERYABLE_JSON",
            "true",
            "IDEMPOTENCY_HTTP_MAX_RESPONSE_SIZE",
            "5000");

    /** A running node. */
    static final class Running implements AutoCloseable {

        private final Server server;
        private final Path log;

        private Running(Server server, Path log) {
            this.server = server;
            this.log = log;
        }

        URI uri(String path) {
            return server.uri(path);
        }

        /** All that it has logged. */
        String log() throws IOException {
            return Files.readString(log);
        }

        @Override
        public void close() {
            server.close();
        }
    }

    /** Starts a node; the caller closes it. {@code more} settings go into its environment. */
    static Running start(Map<String, String> more) {
        return start(Wars.example(), more);
    }

    /** The same with another form of the example. */
    static Running start(WebArchive application, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.putAll(more);
        try {
            Path directory = Nodes.newDirectory();
            Path war = directory.resolve("work.war");
            application
                    .addPackage(Witness.class.getPackage())
                    .as(ZipExporter.class)
                    .exportTo(war.toFile());
            Server server = ServerKind.ofThisRun()
                    .start(Launch.of(war, directory, settings).sized(CONNECTIONS, Witness.THREADS));
            server.awaitReady(Duration.ofMinutes(5));
            return new Running(server, directory.resolve("server.log"));
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(OneNode.class))
                .getOrComputeIfAbsent(Running.class, first -> start(Map.of()));
    }
}
