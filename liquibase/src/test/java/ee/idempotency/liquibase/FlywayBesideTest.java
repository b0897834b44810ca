// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flyway refuses a schema that has tables and no history of its own: the first one to come decides. */
@DisplayName("S9: an application that uses Flyway has the schema both ways")
class FlywayBesideTest {

    private final DataSource dataSource = Databases.H2.empty();

    @TempDir
    private Path scripts;

    @BeforeEach
    void theApplicationHasAScript() throws Exception {
        Files.writeString(scripts.resolve("V1__orders.sql"), "create table orders (id integer primary key);");
    }

    @Test
    void afterFlywayTheMigratorFindsItsPlace() {
        assertThat(flyway().load().migrate().migrationsExecuted).isEqualTo(1);
        assertThat(SchemaMigrator.migrate(dataSource)).isPositive();
        assertThat(flyway().load().migrate().migrationsExecuted).isZero();
    }

    @Test
    void afterTheMigratorFlywayNeedsABaseline() {
        assertThat(SchemaMigrator.migrate(dataSource)).isPositive();
        assertThatThrownBy(() -> flyway().load().migrate())
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("non-empty schema");
        Flyway fromZero = flyway().baselineOnMigrate(true).baselineVersion("0").load();
        assertThat(fromZero.migrate().migrationsExecuted).isEqualTo(1);
    }

    @Test
    void flywayRunsTheFileAndTheMigratorIsOff() throws Exception {
        Files.copy(Databases.H2.handWrittenSchema(), scripts.resolve("V2__idempotency.sql"));
        assertThat(flyway().load().migrate().migrationsExecuted).isEqualTo(2);
        assertThat(SchemaDescription.of(dataSource)).isEqualTo(SchemaDescription.of(Databases.H2.migrated()));
        assertThatThrownBy(() -> SchemaMigrator.migrate(dataSource)).hasMessageContaining("idempotency.migrate=false");
    }

    private FluentConfiguration flyway() {
        return Flyway.configure().dataSource(dataSource).locations("filesystem:" + scripts);
    }
}
