// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import ee.idempotency.example.server.PayaraMicro;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts the database that the system property {@code test.database} names before Arquillian reads {@code
 * arquillian.xml}, writes the files it names, and stops the database after all tests. The server is configured with the
 * example's own boot commands, as a user's would be.
 */
public final class TestDatabase implements LauncherSessionListener {

    private static final String LOOPBACK =
            "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1";

    private @Nullable EmbeddedPostgres postgres;

    /** Where the tests reach the database of this run; only on PostgreSQL, H2 being inside the server. */
    static String jdbcUrl() {
        return System.getProperty("payments.db.url");
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String database = System.getProperty("test.database");
        if (database == null) {
            return;
        }
        try {
            Path directory = Files.createDirectories(Path.of(System.getProperty("test.directory"), database));
            writeServerFiles(directory, database);
            Properties settings = new Properties();
            if (database.equals("postgresql")) {
                postgres = EmbeddedPostgres.builder().start();
                String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort()
                        + "/postgres?connectTimeout=2&socketTimeout=15&tcpKeepAlive=true";
                settings.setProperty("payments.db.url", url);
                System.setProperty("payments.db.url", url);
            }
            // a file, because what stands for a placeholder in arquillian.xml is not escaped: & would break it
            Path file = directory.resolve("server.properties");
            try (OutputStream out = Files.newOutputStream(file)) {
                settings.store(out, null);
            }
            System.setProperty("test.properties", file.toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void writeServerFiles(Path directory, String database) throws IOException {
        List<String> commands = new ArrayList<>(List.of(LOOPBACK));
        commands.addAll(Files.readAllLines(Path.of(System.getProperty("test.boot"), database + ".txt")));
        System.setProperty(
                "test.bootCommands",
                Files.write(directory.resolve("boot-commands.txt"), commands).toString());
        Path logging = directory.resolve("logging.properties");
        try (InputStream in = PayaraMicro.class.getResourceAsStream("logging.properties")) {
            Files.copy(in, logging, StandardCopyOption.REPLACE_EXISTING);
        }
        System.setProperty("test.logging", logging.toString());
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (postgres != null) {
            try {
                postgres.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
