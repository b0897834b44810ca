// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.server;

import ee.idempotency.it.Nodes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a server is to serve, and where.
 *
 * @param directory a new one, for all that the server writes; its log is {@code server.log} there
 * @param port free on the loopback address
 * @param environment added to that of this process
 * @param connections how many connections its pool has
 * @param threads how many requests it works on at once; 0: as many as it likes
 * @param ownDataSource whether the data source is {@link ServerKind#ownDataSource()} and not the default
 * @param others further WARs, each at the path of its file's name
 */
public record Launch(
        Path war,
        Path directory,
        int port,
        Map<String, String> environment,
        int connections,
        int threads,
        boolean ownDataSource,
        List<Path> others) {

    /** The size of the pools in the files that the example ships. */
    static final int SHIPPED_CONNECTIONS = 20;

    /** On a free port and the database of this run, with settings in its environment. */
    public static Launch of(Path war, Path directory, Map<String, String> settings) throws IOException {
        return new Launch(
                war,
                directory,
                Nodes.freePort(),
                Nodes.environment(settings),
                SHIPPED_CONNECTIONS,
                0,
                false,
                List.of());
    }

    /** The same with pools of these sizes. */
    public Launch sized(int newConnections, int newThreads) {
        return new Launch(war, directory, port, environment, newConnections, newThreads, ownDataSource, others);
    }

    /** The same with another data source than the default. */
    public Launch onOwnDataSource() {
        return new Launch(war, directory, port, environment, connections, threads, true, others);
    }

    /** The same with further WARs. */
    public Launch beside(Path... more) {
        return new Launch(war, directory, port, environment, connections, threads, ownDataSource, List.of(more));
    }

    /** The same with {@code more} after what the environment variable {@code name} has. */
    Launch with(String name, String more) {
        Map<String, String> extended = new HashMap<>(environment);
        extended.merge(name, more, (before, added) -> before + " " + added);
        return new Launch(war, directory, port, extended, connections, threads, ownDataSource, others);
    }

    Path log() {
        return directory.resolve("server.log");
    }
}
