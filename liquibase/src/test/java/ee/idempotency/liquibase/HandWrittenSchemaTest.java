// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateSqlCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** If a file is out of date, the test leaves the right one in {@code target/schema}. */
@DisplayName("S1: the SQL for a migration by hand is what the change log yields")
class HandWrittenSchemaTest {

    /** Those with tests, and those for which there is nothing but this file. */
    @ParameterizedTest
    @MethodSource("written")
    void theFileIsUpToDate(String database, @TempDir Path temporary) throws Exception {
        String expected = fromChangeLog(database, temporary);
        Path generated = Path.of("target", "schema", database + ".sql");
        Files.createDirectories(generated.getParent());
        Files.writeString(generated, expected);
        assertThat(expected).doesNotContain("${");
        assertThat(Path.of("..", "docs", "schema", database + ".sql")).content().isEqualTo(expected);
    }

    private static Stream<String> written() {
        return Stream.concat(
                Stream.of("oracle", "mssql", "mysql", "db2"),
                Databases.all().stream().map(DatabaseKind::name));
    }

    @EveryDatabase
    void theFileGivesTheSameColumnsAndConstraints(DatabaseKind kind) throws Exception {
        DataSource byHand = kind.empty();
        DatabaseKind.execute(byHand, Files.readString(kind.handWrittenSchema()));
        DataSource byLiquibase = kind.migrated();
        assertThat(SchemaDescription.of(byHand)).isNotEmpty().isEqualTo(SchemaDescription.of(byLiquibase));
    }

    private static String fromChangeLog(String database, Path temporary) throws LiquibaseException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String offline =
                "offline:" + database + "?outputLiquibaseSql=none&changeLogFile=" + temporary.resolve("applied.csv");
        SchemaUpdate.inScope(MigrationSettings.DEFAULT, () -> {
            CommandScope command = new CommandScope(UpdateSqlCommandStep.COMMAND_NAME)
                    .addArgumentValue(DbUrlConnectionArgumentsCommandStep.URL_ARG, offline)
                    .addArgumentValue(UpdateSqlCommandStep.CHANGELOG_FILE_ARG, SchemaMigrator.CHANGE_LOG);
            command.setOutput(out);
            command.execute();
            return null;
        });
        return withoutComments(out.toString(UTF_8), database);
    }

    private static String withoutComments(String sql, String database) {
        return "-- The schema of Idempotency EE for " + database + ", generated from the change log\n"
                + sql.lines()
                        .filter(line -> !line.startsWith("--") && !line.isBlank())
                        .collect(Collectors.joining("\n", "", "\n"));
    }
}
