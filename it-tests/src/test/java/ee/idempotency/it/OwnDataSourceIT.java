// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.it.server.Launch;
import ee.idempotency.it.server.Server;
import ee.idempotency.it.server.ServerKind;
import ee.idempotency.tck.Requirement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * The example on a data source that is not the server's default, as docs/servers.md says: without the jar of the default
 * unit, and with both units in the application's own file. A server of its own: it has another data source.
 */
@Tag("one-database")
class OwnDataSourceIT extends ChargesContract {

    private static final String UNIT_FILE = "META-INF/persistence.xml";

    private static Server server;

    @BeforeAll
    static void start() throws Exception {
        ServerKind kind = ServerKind.ofThisRun();
        Path directory = Nodes.newDirectory();
        Path war = directory.resolve("own.war");
        onDataSource(kind.ownDataSource()).as(ZipExporter.class).exportTo(war.toFile());
        Map<String, String> settings = Map.of("IDEMPOTENCY_DATASOURCE", kind.ownDataSource());
        server = kind.start(Launch.of(war, directory, settings).onOwnDataSource());
        server.awaitReady(Duration.ofMinutes(5));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static WebArchive onDataSource(String name) throws IOException {
        WebArchive example = Wars.example();
        JavaArchive defaultUnit = ShrinkWrap.create(ZipImporter.class)
                .importFrom(Wars.takeDefaultUnit(example).getAsset().openStream())
                .as(JavaArchive.class);
        String file = "WEB-INF/classes/" + UNIT_FILE;
        String unit = text(defaultUnit.get(UNIT_FILE).getAsset().openStream());
        String own = text(example.delete(file).getAsset().openStream());
        String both = own.replace("</persistence>", unit.substring(unit.indexOf("<persistence-unit")));
        return example.addAsWebInfResource(
                new StringAsset(both.replace("java:comp/DefaultDataSource", name)), "classes/" + UNIT_FILE);
    }

    private static String text(InputStream content) throws IOException {
        try (content) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    Http http() {
        return new Http(server.uri("/"));
    }

    @Test
    @Requirement("A6")
    @DisabledIfSystemProperty(named = "test.database", matches = "h2", disabledReason = "H2 is inside its server")
    void theRecordIsInTheDatabaseOfTheDeployersChoice() throws Exception {
        String key = "own-" + UUID.randomUUID();
        http().post("v1/charges", key, Http.FORM, "amount=1999&currency=eur");

        try (Connection connection = TestDatabase.connect();
                PreparedStatement query = connection.prepareStatement(
                        "select count(*) from idempotency_record where idempotency_key = ?")) {
            query.setString(1, key);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                assertThat(row.getInt(1)).isOne();
            }
        }
    }
}
