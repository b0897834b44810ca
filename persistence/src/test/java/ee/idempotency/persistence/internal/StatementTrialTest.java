// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.liquibase.DatabaseKind;
import ee.idempotency.liquibase.Databases;
import ee.idempotency.liquibase.EveryDatabase;
import ee.idempotency.persistence.UnsupportedDatabaseException;
import ee.idempotency.tck.Requirement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What the start check finds by executing the store's own statements. */
@Requirement("S9")
class StatementTrialTest {

    @EveryDatabase
    void aDatabaseThatFitsIsLeftAsItWas(DatabaseKind kind) {
        DataSource database = kind.migrated();
        check(database);
        assertThat(new Rows(database).number("select count(*) from idempotency_record"))
                .isZero();
    }

    /** The rights that the documentation asks for are enough. */
    @EveryDatabase
    void aUserWithoutRightsToTheSchemaFits(DatabaseKind kind) {
        check(kind.forUserWith("select, insert, update, delete", kind.migrated()));
    }

    @EveryDatabase
    void aMissingRightIsReportedWithItsCure(DatabaseKind kind) {
        DataSource reader = kind.forUserWith("select", kind.migrated());
        if (kind == Databases.MARIADB) { // it also hides the constraints from such a user
            assertThatThrownBy(() -> check(reader))
                    .isInstanceOf(UnsupportedDatabaseException.class)
                    .hasMessageContaining("No constraint of the table idempotency_record is visible")
                    .hasMessageContaining("grant select, insert, update and delete");
        } else {
            assertProblem(reader, "claims a free key", "grant select, insert, update and delete");
        }
    }

    @EveryDatabase
    void aRightThatOnlyARepeatNeedsIsReportedToo(DatabaseKind kind) {
        DataSource migrated = kind.migrated();
        assertProblem(
                kind.forUserWith("select, insert, update", migrated),
                "deletes an expired record",
                "grant select, insert, update and delete");
    }

    @Test
    void aReadOnlySessionIsReportedWithItsCure() {
        try (DataSourceNode node = new DataSourceNode(Databases.POSTGRESQL.migrated())) {
            NewTransaction onAReplica = new NewTransaction() {
                @Override
                public <T> T call(SqlWork<T> work) {
                    return node.call(connection -> {
                        try (Statement statement = connection.createStatement()) {
                            statement.execute("set transaction read only");
                        }
                        return work.run(connection);
                    });
                }
            };
            assertThatThrownBy(() -> DatabaseStartupCheck.check(onAReplica, InstantSource.system()))
                    .isInstanceOf(UnsupportedDatabaseException.class)
                    .hasMessageContaining("The statement that claims a free key")
                    .hasMessageContaining("let it reach the primary");
        }
    }

    @Test
    void aHiddenFunctionIsReportedWithItsCure() {
        DataSource database = Databases.POSTGRESQL.migrated();
        new Rows(database).execute("alter function pg_catalog.clock_timestamp() rename to another_clock");
        assertProblem(database, "claims a free key", "lacks a function");
    }

    /** Each statement of the check runs, and none has the effect that it reports. */
    @Test
    void aTriggerThatChangesWhatIsWrittenIsReported() {
        DataSource database = Databases.POSTGRESQL.migrated();
        Rows rows = new Rows(database);
        rows.execute("create function drop_it() returns trigger language plpgsql as 'begin return null; end'");
        rows.execute("create trigger t before delete on idempotency_record for each row execute function drop_it()");
        assertProblem(database, "deletes a record", "look for triggers");
    }

    @EveryDatabase
    void aDataSourceThatCommitsByItselfIsReported(DatabaseKind kind) {
        DataSource database = kind.migrated();
        NewTransaction byItself = new NewTransaction() {
            @Override
            public <T> T call(SqlWork<T> work) {
                try (Connection connection = database.getConnection()) {
                    return work.run(connection);
                } catch (SQLException failed) {
                    throw new StatementFailedException(failed);
                }
            }
        };
        Rows rows = new Rows(database);
        assertThatThrownBy(() -> DatabaseStartupCheck.check(byItself, InstantSource.system()))
                .isInstanceOf(UnsupportedDatabaseException.class)
                .hasMessageContaining("commits each statement by itself");
        assertThat(rows.number("select count(*) from idempotency_record")).isZero();
    }

    @Test
    void aMistakeInAProgramIsNotHidden() {
        NullPointerException mistake = new NullPointerException("no injection");
        NewTransaction broken = new NewTransaction() {
            @Override
            public <T> T call(SqlWork<T> work) {
                throw mistake;
            }
        };
        assertThatThrownBy(() -> DatabaseStartupCheck.check(broken, InstantSource.system()))
                .isSameAs(mistake);
    }

    @EveryDatabase
    @Requirement("C10")
    void aNodeWithAnotherTimeThanTheDatabaseIsReportedAndStarts(DatabaseKind kind) {
        DataSource database = kind.migrated();
        try (DataSourceNode node = new DataSourceNode(database)) {
            Instant now = Instant.now();
            assertThat(logged(() -> DatabaseStartupCheck.check(node, () -> now.plus(Duration.ofHours(5)))))
                    .singleElement()
                    .asString()
                    .contains("IDEM-0503")
                    .contains("ahead of");
            assertThat(logged(() -> DatabaseStartupCheck.check(node, InstantSource.system())))
                    .isEmpty();
        }
    }

    static List<String> logged(Runnable work) {
        List<String> messages = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord logged) {
                messages.add(new SimpleFormatter().formatMessage(logged));
            }

            @Override
            public void flush() {
                // nothing is held back
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        Logger logger = Logger.getLogger("ee.idempotency.persistence");
        logger.addHandler(handler);
        try {
            work.run();
        } finally {
            logger.removeHandler(handler);
        }
        return messages;
    }

    private static void assertProblem(DataSource database, String statement, String cure) {
        assertThatThrownBy(() -> check(database))
                .isInstanceOf(UnsupportedDatabaseException.class)
                .hasMessageContaining("The statement that " + statement)
                .hasMessageContaining(cure);
    }

    private static void check(DataSource database) {
        try (DataSourceNode node = new DataSourceNode(database)) {
            DatabaseStartupCheck.check(node, InstantSource.system());
        }
    }
}
