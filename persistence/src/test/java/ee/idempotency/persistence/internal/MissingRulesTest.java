// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.liquibase.DatabaseKind;
import ee.idempotency.liquibase.Databases;
import ee.idempotency.liquibase.SchemaMigrator;
import ee.idempotency.persistence.UnsupportedDatabaseException;
import ee.idempotency.tck.Requirement;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What the start check finds where the one check of PostgreSQL, or the function that it calls, is not as it must be. */
@Requirement("S1")
class MissingRulesTest {

    private static final String FUNCTION = "idempotency_record_is_legal(idempotency_record)";

    private final DataSource database = Databases.POSTGRESQL.migrated();
    private final Rows rows = new Rows(database);

    @Test
    void withoutTheFunctionEveryRuleIsNamed() {
        assertThatThrownBy(() -> rows.execute("drop function " + FUNCTION)).hasMessageContaining("depends on function");
        rows.execute("drop function " + FUNCTION + " cascade");
        assertThatThrownBy(() -> check(database))
                .isInstanceOf(UnsupportedDatabaseException.class)
                .hasMessageContaining("lacks the constraints [ck_idempotency_state, ck_idempotency_in_progress,")
                .hasMessageContaining("add them as docs/schema/postgresql.sql has them");
    }

    /** As after an upgrade by hand that forgot it. */
    @Test
    void aRuleThatTheFunctionDoesNotKnowIsNamed() throws Exception {
        String function = statementsOf(Databases.POSTGRESQL)
                .filter(each -> each.startsWith("create function"))
                .findAny()
                .orElseThrow();
        rows.execute(function.replace("create function", "create or replace function")
                .replaceFirst("(?m)^.*'ck_idempotency_version'$", ""));
        assertThatThrownBy(() -> check(database))
                .isInstanceOf(UnsupportedDatabaseException.class)
                .hasMessageContaining("lacks the constraints [ck_idempotency_version]");
    }

    /** For a server whose administrator allows no functions. */
    @Test
    void oneCheckARuleFitsToo() throws Exception {
        rows.execute("drop function " + FUNCTION + " cascade");
        String checks = statementsOf(Databases.H2)
                .filter(each -> each.startsWith("alter table idempotency_record add constraint"))
                .collect(Collectors.joining(";\n"));
        DatabaseKind.execute(database, checks);
        assertThatCode(() -> check(database)).doesNotThrowAnyException();
    }

    @Test
    void aUserWhoMayNotExecuteItIsReportedWithTheCure() {
        DataSource limited = Databases.POSTGRESQL.forUserWith("select, insert, update, delete", database);
        rows.execute("revoke execute on function " + FUNCTION + " from public");
        assertThatThrownBy(() -> check(limited))
                .isInstanceOf(UnsupportedDatabaseException.class)
                .hasMessageContaining("The statement that claims a free key")
                .hasMessageContaining("execute on the function idempotency_record_is_legal");
    }

    /** Where new functions are nobody's but their owner's, the schema gives the right itself. */
    @Test
    void rightsToTheTableAreEnoughWhereFunctionsAreNotPublic() {
        DataSource hardened = Databases.POSTGRESQL.empty();
        new Rows(hardened).execute("alter default privileges revoke execute on functions from public");
        SchemaMigrator.migrate(hardened);
        DataSource limited = Databases.POSTGRESQL.forUserWith("select, insert, update, delete", hardened);
        assertThatCode(() -> check(limited)).doesNotThrowAnyException();
    }

    private static Stream<String> statementsOf(DatabaseKind kind) throws Exception {
        return Stream.of(DatabaseKind.statements(Files.readString(kind.handWrittenSchema())));
    }

    private static void check(DataSource database) {
        try (DataSourceNode node = new DataSourceNode(database)) {
            DatabaseStartupCheck.check(node, InstantSource.system());
        }
    }
}
