// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL of the measurement's own, whose data is in memory where the machine has a file system for that. */
final class MeasuredDatabase implements AutoCloseable {

    /** As many as the most threads that a contender has. */
    private static final int CONNECTIONS = 16;

    private final EmbeddedPostgres server;
    private final ProcessHandle process;

    private MeasuredDatabase(EmbeddedPostgres server, ProcessHandle process) {
        this.server = server;
        this.process = process;
    }

    /**
     * Starts it.
     *
     * @throws IllegalStateException if it does not start or does not answer
     */
    static MeasuredDatabase start() {
        try {
            return startInMemory();
        } catch (IOException | RuntimeException failed) {
            throw new IllegalStateException(
                    "The measurement has no database: PostgreSQL does not start or answer", failed);
        }
    }

    private static MeasuredDatabase startInMemory() throws IOException {
        Path memory = Path.of("/dev/shm");
        Path folder = Files.isWritable(memory)
                ? Files.createTempDirectory(memory, "benchmark")
                : Files.createTempDirectory("benchmark");
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(true)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("autovacuum", "off")
                .setServerConfig("checkpoint_timeout", "1h")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("shared_buffers", "512MB")
                .start();
        long process = Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).get(0));
        return new MeasuredDatabase(server, ProcessHandle.of(process).orElseThrow());
    }

    /** What this process and those of the database have used until now, in nanoseconds. */
    long processorTime() {
        return ProcessorTime.withServer(process);
    }

    /** Lets each commit take at least a millisecond, or lets it be free again. */
    void delayCommits(boolean delayed) throws SQLException {
        DataSource administrator = server.getPostgresDatabase();
        execute(administrator, "alter system set commit_siblings = 0");
        execute(administrator, "alter system set commit_delay = " + (delayed ? 1000 : 0));
        execute(administrator, "select pg_reload_conf()");
    }

    /** A pool for a new database with what the script makes in it. */
    HikariDataSource newPool(String name, String script) throws SQLException {
        execute(server.getPostgresDatabase(), "create database \"" + name + "\"");
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(server.getJdbcUrl("postgres", name));
        execute(database, script);
        execute(database, Floors.WORK_TABLE);
        HikariConfig config = new HikariConfig();
        config.setDataSource(database);
        config.setMaximumPoolSize(CONNECTIONS);
        return new HikariDataSource(config);
    }

    static void execute(DataSource database, String script) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
    }

    static long number(DataSource database, String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
