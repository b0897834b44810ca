// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

@DisplayName("S1: the one check of PostgreSQL is short, and refuses by name whatever the session")
class PostgreSqlCheckTest {

    /** Parsed again by each statement that writes a row: 13,133 characters cost 66 microseconds. */
    private static final int LONGEST = 400;

    private static final String ROW = "insert into idempotency_record (id, tenant, operation, caller, idempotency_key,"
            + " fingerprint, owner_token, never_re_execute, version, state, attempt, created_at, lease_until, expires_at)"
            + " values (gen_random_uuid(), 'default', 'pay', 'secret-caller', 'secret-key', decode(repeat('ab', 33), 'hex'),"
            + " gen_random_uuid(), false, 0, 'IN_PROGRESS', 1, now(), now() + interval '1 hour', now() + interval '1 day')";

    private final DataSource database = Databases.POSTGRESQL.migrated();

    @Test
    void whatIsParsedForEachWriteIsShort() throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(DatabaseKind.number(
                            connection,
                            "select sum(length(conbin)) from pg_constraint"
                                    + " where conrelid = 'idempotency_record'::regclass"))
                    .isBetween(1L, (long) LONGEST);
        }
    }

    @Test
    void theErrorHasTheRuleAndNothingOfTheRow() throws SQLException {
        execute(database, ROW);
        PSQLException refused = catchThrowableOfType(
                PSQLException.class, () -> execute(database, "update idempotency_record set attempt = 0"));
        assertThat(refused.getSQLState()).isEqualTo("23514");
        ServerErrorMessage said = refused.getServerErrorMessage();
        assertThat(said.getConstraint()).isEqualTo("ck_idempotency_attempt");
        assertThat(said.getTable()).isEqualTo("idempotency_record");
        assertThat(refused.getMessage()).contains("ck_idempotency_attempt").doesNotContain("secret");
    }

    /** Its own operators, before those of the database, would let everything pass. */
    @Test
    void noSearchPathPutsOtherOperatorsIntoTheRules() throws SQLException {
        execute(database, """
                create schema other;
                create function other.never(integer, integer) returns boolean language sql immutable as 'select false';
                create operator other.< (leftarg = integer, rightarg = integer, function = other.never)""");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path = other, pg_catalog, public");
            assertThatThrownBy(() -> statement.execute(ROW.replace("'IN_PROGRESS', 1,", "'IN_PROGRESS', 0,")))
                    .hasMessageContaining("ck_idempotency_attempt");
            statement.execute("set search_path = ''");
            statement.execute(ROW.replace("into idempotency", "into public.idempotency"));
        }
    }

    @Test
    void itLivesInTheSchemaOfTheTable() throws SQLException {
        execute(database, "create schema payments");
        PGSimpleDataSource elsewhere = new PGSimpleDataSource();
        elsewhere.setUrl(((PGSimpleDataSource) database).getUrl());
        elsewhere.setUser(((PGSimpleDataSource) database).getUser());
        elsewhere.setCurrentSchema("payments");
        SchemaMigrator.migrate(elsewhere);
        execute(database, "drop function public.idempotency_record_is_legal cascade");
        execute(elsewhere, ROW);
        assertThatThrownBy(() -> execute(elsewhere, "update idempotency_record set version = -1"))
                .hasMessageContaining("ck_idempotency_version");
    }

    @Test
    void columnsMayBeAddedLater() throws SQLException {
        execute(database, ROW);
        execute(database, "alter table idempotency_record add later1 integer default 1 not null");
        execute(database, "alter table idempotency_record add later2 double precision default random() not null");
        execute(database, "alter table idempotency_record alter column tenant type varchar(128)");
        execute(database, ROW);
        assertThatThrownBy(() -> execute(database, "update idempotency_record set attempt = 0"))
                .hasMessageContaining("ck_idempotency_attempt");
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
