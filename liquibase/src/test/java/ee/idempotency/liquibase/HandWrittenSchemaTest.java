// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateSqlCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** If a file is out of date, the test leaves the right one in {@code target/schema}. */
@DisplayName("S1: the SQL for a migration by hand is what the change log yields")
class HandWrittenSchemaTest {

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theFileIsUpToDate(TestDatabase kind, @TempDir Path temporary) throws Exception {
        String expected = fromChangeLog(kind, temporary);
        Path generated = Path.of("target", "schema", kind.shortName + ".sql");
        Files.createDirectories(generated.getParent());
        Files.writeString(generated, expected);
        assertThat(fileOf(kind)).content().isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theFileGivesTheSameColumnsAndConstraints(TestDatabase kind) throws Exception {
        DataSource byHand = kind.empty();
        TestDatabase.execute(byHand, Files.readString(fileOf(kind)));
        DataSource byLiquibase = kind.migrated();
        assertThat(SchemaDescription.of(byHand)).isNotEmpty().isEqualTo(SchemaDescription.of(byLiquibase));
    }

    private static Path fileOf(TestDatabase kind) {
        return Path.of("..", "docs", "schema", kind.shortName + ".sql");
    }

    private static String fromChangeLog(TestDatabase kind, Path temporary) throws LiquibaseException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String offline = "offline:" + kind.shortName + "?outputLiquibaseSql=none&changeLogFile="
                + temporary.resolve("applied.csv");
        SchemaUpdate.inScope(() -> {
            CommandScope command = new CommandScope(UpdateSqlCommandStep.COMMAND_NAME)
                    .addArgumentValue(DbUrlConnectionArgumentsCommandStep.URL_ARG, offline)
                    .addArgumentValue(UpdateSqlCommandStep.CHANGELOG_FILE_ARG, SchemaMigrator.CHANGE_LOG);
            command.setOutput(out);
            command.execute();
        });
        return withoutComments(out.toString(UTF_8), kind);
    }

    private static String withoutComments(String sql, TestDatabase kind) {
        return "-- The schema of Idempotency EE for " + kind.shortName + ", generated from the change log\n"
                + sql.lines()
                        .filter(line -> !line.startsWith("--") && !line.isBlank())
                        .collect(Collectors.joining("\n", "", "\n"));
    }
}
