// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

@DisplayName("S9: what stops a migration is one sentence with its cure")
class RefusalTest {

    @Test
    void aUserOfPostgreSqlWithoutTheRightToCreateTables() {
        DataSource owner = Databases.POSTGRESQL.migrated();
        DatabaseKind.execute(owner, "drop table idempotency_changelog");
        refused(
                Databases.POSTGRESQL.forUserWith("select", owner),
                "may not create or change tables",
                "docs/schema/postgresql.sql",
                "idempotency.migrate=false");
    }

    @Test
    void aUserOfH2WithoutTheRightToCreateTables() {
        JdbcDataSource owner = (JdbcDataSource) Databases.H2.migrated();
        DatabaseKind.execute(owner, "drop table idempotency_changelog");
        JdbcDataSource restricted = (JdbcDataSource) Databases.H2.forUserWith("select", owner);
        restricted.setUrl(owner.getUrl().replace(";DB_CLOSE_DELAY=-1", ""));
        refused(restricted, "may not create or change tables", "docs/schema/h2.sql", "idempotency.migrate=false");
    }

    /** Those that no test provokes are from its manual. */
    @ParameterizedTest
    @CsvSource({
        "42000, 1044, NOT_ALLOWED",
        "42000, 1142, NOT_ALLOWED",
        "42000, 1227, NOT_ALLOWED",
        "HY000, 1290, READ_ONLY",
        "HY000, 1836, READ_ONLY",
        "25006, 1792, READ_ONLY",
        "28000, 1045, REFUSED_LOGIN",
        "3D000, 1046, NO_SCHEMA",
        "HY000, 1205, TOO_SLOW",
        "70100, 1969, TOO_SLOW",
        "08000, 0, NO_CONNECTION",
        "HY000, 1, OTHER"
    })
    void whatMariaDbSays(String state, int code, RefusalCure kind) {
        SQLException said = new SQLException("said", state, code);
        assertThat(Refusal.kindOf(new LiquibaseException(said), SupportedDatabase.MARIADB))
                .isEqualTo(kind);
    }

    /** A schema that is there needs no right but to read. */
    @Test
    void aUserWhoMayOnlyReadStartsWhereNothingIsMissing() {
        DataSource owner = Databases.POSTGRESQL.migrated();
        DataSource restricted = Databases.POSTGRESQL.forUserWith("select", owner);
        DatabaseKind.execute(owner, "grant select on idempotency_changelog to public");
        assertThat(SchemaMigrator.migrate(restricted)).isZero();
    }

    @Test
    void aReadOnlyDatabase() throws Exception {
        PGSimpleDataSource replica = (PGSimpleDataSource) Databases.POSTGRESQL.empty();
        replica.setOptions("-c default_transaction_read_only=on");
        refused(replica, "The database can only be read", "idempotency.datasource", "idempotency.migrate=false");
    }

    @Test
    void aSchemaThatIsNotThere() throws Exception {
        PGSimpleDataSource astray = (PGSimpleDataSource) Databases.POSTGRESQL.empty();
        astray.setCurrentSchema("absent");
        refused(astray, "There is no such database or schema", "search_path");
    }

    @Test
    @Tag("all")
    void aDatabaseThatIsNotThere() throws Exception {
        PGSimpleDataSource astray = (PGSimpleDataSource) Databases.POSTGRESQL.empty();
        astray.setDatabaseName("absent");
        refused(astray, "There is no such database or schema");
        MariaDbDataSource other = new MariaDbDataSource(
                ((MariaDbDataSource) Databases.MARIADB.empty()).getUrl().replaceAll("/db\\w+", "/absent"));
        refused(other, "There is no such database or schema");
    }

    @Test
    void aWrongUser() {
        JdbcDataSource owned = (JdbcDataSource) Databases.H2.migrated();
        JdbcDataSource stranger = new JdbcDataSource();
        stranger.setUrl(owned.getUrl());
        stranger.setUser("stranger");
        refused(stranger, "The database refuses the user or the password", "idempotency.datasource");
    }

    @Test
    void aDatabaseThatIsAway() {
        PGSimpleDataSource away = new PGSimpleDataSource();
        away.setUrl("jdbc:postgresql://127.0.0.1:1/absent?user=nobody");
        refused(away, "The database gave no connection", "two connections at a time");
    }

    @Test
    void aLimitOfTheSession() {
        PGSimpleDataSource hurried = (PGSimpleDataSource) Databases.POSTGRESQL.empty();
        hurried.setOptions("-c statement_timeout=1");
        refused(hurried, "statement_timeout");
    }

    @EveryDatabase
    void aTableThatWasMadeByHand(DatabaseKind kind) {
        DataSource dataSource = kind.migrated();
        DatabaseKind.execute(dataSource, "drop table idempotency_changelog");
        refused(dataSource, "If it was made by hand", "idempotency.migrate=false");
    }

    @EveryDatabase
    void changeSetsThatAreNotThoseOfThisRelease(DatabaseKind kind) {
        DataSource dataSource = kind.migrated();
        DatabaseKind.execute(
                dataSource, "update idempotency_changelog set md5sum = '9:00000000000000000000000000000000'");
        refused(dataSource, "not those of this release", "md5sum = null");
        DatabaseKind.execute(dataSource, "update idempotency_changelog set md5sum = null");
        assertThat(SchemaMigrator.migrate(dataSource)).isZero();
    }

    @EveryDatabase
    void aSchemaThatIsNewerIsLeftAloneWithAWarning(DatabaseKind kind) {
        DataSource dataSource = kind.migrated();
        DatabaseKind.execute(
                dataSource,
                "insert into idempotency_changelog (id, author, filename, dateexecuted, orderexecuted, exectype)"
                        + " values ('999-of-later', 'idempotency-ee', 'later.sql', current_timestamp, 99, 'EXECUTED')");
        try (LoggedLines log = new LoggedLines()) {
            assertThat(SchemaMigrator.migrate(dataSource)).isZero();
            assertThat(log.of("IDEM-0606")).singleElement().asString().contains("999-of-later");
        }
    }

    private static void refused(DataSource dataSource, String... parts) {
        assertThatThrownBy(() -> SchemaMigrator.migrate(dataSource))
                .isInstanceOf(SchemaMigrationException.class)
                .hasMessageStartingWith("The schema of Idempotency EE could not be brought up to date: ")
                .message()
                .contains(parts)
                .hasLineCount(1);
    }
}
