// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

import ee.idempotency.it.faults.witness.WitnessResource;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Two servers on one PostgreSQL, each of which may be hurt; a test leaves all of them alive. */
final class Cluster implements AutoCloseable {

    /** How long an owner may be silent, on every node. */
    static final Duration LEASE = Duration.ofSeconds(5);
    /** When PostgreSQL ends a transaction whose owner is silent: longer than the lease, so that the fence is seen first. */
    private static final String IDLE_IN_TRANSACTION = "10s";

    private static final int POOL = 20;

    private final Path war;
    private final FaultDatabase database;
    private final DatabaseLink link;
    private final GateKeeper gates;
    private final Effects effects;
    private final List<FaultNode> nodes;

    Cluster() throws IOException, InterruptedException, SQLException {
        Path directory = Files.createDirectories(Path.of(System.getProperty("test.directory")));
        war = Files.createTempDirectory(directory, "witness-").resolve("witness.war");
        ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("war")))
                .addPackage(WitnessResource.class.getPackage())
                .as(ZipExporter.class)
                .exportTo(war.toFile());
        database = new FaultDatabase(Files.createTempDirectory(directory, "postgres-"));
        link = new DatabaseLink(database.port());
        gates = new GateKeeper();
        effects = new Effects(database.port());
        effects.createTable();
        FaultNode one = node(POOL, database.port(), Map.of());
        // the first migrates; two that migrate at once are another test's business
        one.awaitReady();
        FaultNode other = node(POOL, link.port(), Map.of());
        other.awaitReady();
        nodes = List.of(one, other);
    }

    /** Starts a further node, to be closed by who asked for it. */
    FaultNode node(int poolSize, Map<String, String> settings) throws IOException {
        return node(poolSize, database.port(), settings);
    }

    private FaultNode node(int poolSize, int databasePort, Map<String, String> settings) throws IOException {
        Map<String, String> environment = new HashMap<>();
        environment.put(
                "PAYMENTS_DB_URL",
                "jdbc:postgresql://127.0.0.1:" + databasePort
                        + "/postgres?connectTimeout=2&loginTimeout=3&socketTimeout=3&tcpKeepAlive=true"
                        + "&options=-c%20idle_in_transaction_session_timeout=" + IDLE_IN_TRANSACTION);
        environment.put("WITNESS_GATES", Integer.toString(gates.port()));
        environment.put("IDEMPOTENCY_LEASE", LEASE.toString());
        environment.putAll(settings);
        return new FaultNode(war, poolSize, environment);
    }

    FaultDatabase database() {
        return database;
    }

    /** The network between the second node and the database. */
    DatabaseLink link() {
        return link;
    }

    GateKeeper gates() {
        return gates;
    }

    Effects effects() {
        return effects;
    }

    List<FaultNode> nodes() {
        return nodes;
    }

    List<Integer> ports() {
        return nodes.stream().map(FaultNode::port).toList();
    }

    /** Waits until no lease runs on one of the keys. */
    void awaitEndOfLeases(List<Key> keys) {
        effects.awaitEndOfLeases(keys, LEASE.multipliedBy(4));
    }

    @Override
    public void close() {
        nodes.forEach(FaultNode::close);
        gates.close();
        link.close();
        database.close();
    }
}
