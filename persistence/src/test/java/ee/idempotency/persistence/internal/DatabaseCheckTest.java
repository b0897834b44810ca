// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.liquibase.DatabaseKind;
import ee.idempotency.liquibase.EveryDatabase;
import ee.idempotency.persistence.UnsupportedDatabaseException;
import ee.idempotency.tck.Requirement;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@Requirement("S1")
class DatabaseCheckTest {

    @EveryDatabase
    void aMigratedDatabaseFitsHoweverItWasMigrated(DatabaseKind kind) throws Exception {
        assertThat(problems(kind.migrated())).isEmpty();
        DataSource byHand = kind.empty();
        DatabaseKind.execute(byHand, Files.readString(kind.handWrittenSchema()));
        assertThat(problems(byHand)).isEmpty();
    }

    @EveryDatabase
    void aMissingTableIsReportedWithWhatMakesIt(DatabaseKind kind) throws SQLException {
        assertThat(problems(kind.empty()))
                .singleElement()
                .asString()
                .startsWith("There is no table idempotency_record")
                .contains("run docs/schema/" + kind.handWrittenSchema().getFileName())
                .contains("idempotency.migrate");
    }

    @EveryDatabase
    void missingConstraintsAreNamed(DatabaseKind kind) throws SQLException {
        DataSource database = kind.migrated();
        new Rows(database).execute(kind.dropCheck("ck_idempotency_completed"));
        assertThat(problems(database))
                .singleElement()
                .asString()
                .contains("lacks the constraints [")
                .contains("ck_idempotency_completed")
                .contains("docs/schema/" + kind.handWrittenSchema().getFileName());
    }

    @EveryDatabase
    void aMissingPrimaryKeyIsNamed(DatabaseKind kind) throws SQLException {
        DataSource database = kind.migrated();
        new Rows(database).execute(kind.dropPrimaryKey());
        assertThat(problems(database))
                .singleElement()
                .asString()
                .contains("lacks the constraints [" + kind.primaryKey() + "]");
    }

    @EveryDatabase
    void anOlderSchemaIsReported(DatabaseKind kind) throws SQLException {
        DataSource database = kind.migrated();
        new Rows(database).execute("alter table idempotency_record drop column never_re_execute");
        assertThat(problems(database))
                .singleElement()
                .asString()
                .contains("of another version, without [never_re_execute]");
    }

    @EveryDatabase
    @Requirement("S6")
    void aSchemaWithoutTheJsonColumnIsReportedWhateverTheSwitch(DatabaseKind kind) throws SQLException {
        DataSource database = kind.migrated();
        new Rows(database).execute(kind.dropCheck("ck_idempotency_body_json"));
        assertThat(problems(database))
                .singleElement()
                .asString()
                .contains("lacks the constraints [")
                .contains("ck_idempotency_body_json]");
        new Rows(database).execute("alter table idempotency_record drop column body_json");
        assertThat(problems(database))
                .hasSize(2)
                .first()
                .asString()
                .contains("of another version, without [body_json]");
    }

    /** One that adds what may be left out fits: else no node could be upgraded before the last. */
    @EveryDatabase
    void aNewerSchemaIsReportedIfItWantsWhatThisReleaseCannotGive(DatabaseKind kind) throws SQLException {
        DataSource database = kind.migrated();
        Rows rows = new Rows(database);
        rows.execute("alter table idempotency_record add column later1 integer");
        rows.execute("alter table idempotency_record add column later2 integer default 1 not null");
        assertThat(problems(database)).isEmpty();
        rows.execute("alter table idempotency_record add column later3 integer not null");
        assertThat(problems(database)).singleElement().asString().contains("whose column later3");
    }

    @EveryDatabase
    void anIsolationLevelWithoutTestsIsRefused(DatabaseKind kind) throws SQLException {
        try (Connection connection = kind.migrated().getConnection()) {
            for (int level : kind.refusedLevels()) {
                connection.setTransactionIsolation(level);
                assertThat(DatabaseCheck.problems(connection))
                        .singleElement()
                        .asString()
                        .contains("JDBC's " + level)
                        .contains(kind.acceptedLevel());
            }
        }
    }

    @EveryDatabase
    void theDeploymentStopsWithOneMessageOfAllProblems(DatabaseKind kind) {
        DataSource database = kind.empty();
        NewTransaction atSerializable = new NewTransaction() {
            @Override
            public <T> T call(SqlWork<T> work) {
                try (Connection connection = database.getConnection()) {
                    connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
                    return work.run(connection);
                } catch (SQLException failed) {
                    throw new StatementFailedException(failed);
                }
            }
        };
        assertThatThrownBy(() -> DatabaseStartupCheck.check(atSerializable, InstantSource.system()))
                .isInstanceOf(UnsupportedDatabaseException.class)
                .hasMessageContaining("isolation level")
                .hasMessageContaining("no table idempotency_record");
    }

    @Test
    void aDatabaseThatDoesNotAnswerStopsNoDeployment() {
        NewTransaction absent = new NewTransaction() {
            @Override
            public <T> T call(SqlWork<T> work) {
                throw new StatementFailedException(new SQLException("refused", "08001"));
            }
        };
        assertThatCode(() -> DatabaseStartupCheck.check(absent, InstantSource.system()))
                .doesNotThrowAnyException();
    }

    @Test
    void aUnitOfAnotherProviderIsRefused() {
        assertThatThrownBy(() -> DatabaseStartupCheck.check(
                        new JtaNewTransaction(entityManagerOf(new PersistenceException("no SessionFactory"))),
                        InstantSource.system()))
                .isInstanceOf(UnsupportedDatabaseException.class)
                .hasMessageContaining("org.hibernate.jpa.HibernatePersistenceProvider");
    }

    private static List<String> problems(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return DatabaseCheck.problems(connection);
        }
    }

    /** Of a unit whose factory unwraps to that, or throws it. */
    private static EntityManager entityManagerOf(Object unwrapped) {
        ClassLoader loader = DatabaseCheckTest.class.getClassLoader();
        Object factory = Proxy.newProxyInstance(
                loader, new Class<?>[] {EntityManagerFactory.class}, (proxy, method, arguments) -> {
                    if (unwrapped instanceof RuntimeException refused) {
                        throw refused;
                    }
                    return unwrapped;
                });
        return (EntityManager) Proxy.newProxyInstance(
                loader, new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> factory);
    }
}
