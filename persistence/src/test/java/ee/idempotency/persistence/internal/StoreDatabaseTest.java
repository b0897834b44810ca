// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.StoreUnavailableException;
import ee.idempotency.liquibase.DatabaseKind;
import ee.idempotency.liquibase.EveryDatabase;
import ee.idempotency.spi.RecordDatabase;
import ee.idempotency.tck.Requirement;
import java.sql.Statement;

/** What extensions write is in the transaction of the caller, or in one of its own. */
@Requirement("O3")
class StoreDatabaseTest {

    @EveryDatabase
    void whatIsWrittenEndsAsTheTransactionDoes(DatabaseKind database) throws Exception {
        Rows rows = new Rows(database.migrated());
        rows.execute("create table note (id int)");
        try (DataSourceNode node = new DataSourceNode(rows.dataSource())) {
            RecordDatabase tested = new StoreDatabase(node, node);

            node.inJoinableTransaction(() -> tested.inCurrent(writes(1)));
            assertThatThrownBy(() -> node.inJoinableTransaction(() -> {
                        tested.inCurrent(writes(2));
                        tested.inNew(writes(3));
                        throw new IllegalStateException("the work failed");
                    }))
                    .hasMessage("the work failed");
            assertThatThrownBy(() -> tested.inNew(connection -> {
                        writes(4).run(connection);
                        throw new IllegalStateException("the work failed");
                    }))
                    .hasMessage("the work failed");

            assertThat(rows.number("select sum(id) from note")).isEqualTo(1 + 3);
        }
    }

    @EveryDatabase
    void aStatementThatFailsIsReportedAsTheStoresOwnAre(DatabaseKind database) throws Exception {
        Rows rows = new Rows(database.migrated());
        try (DataSourceNode node = new DataSourceNode(rows.dataSource())) {
            RecordDatabase tested = new StoreDatabase(node, node);

            assertThatThrownBy(() -> tested.inNew(writes(1))).isInstanceOf(StoreUnavailableException.class);
            assertThatThrownBy(() -> node.inJoinableTransaction(() -> tested.inCurrent(writes(1))))
                    .isInstanceOf(StoreUnavailableException.class);
        }
    }

    private static RecordDatabase.SqlWork<Integer> writes(int number) {
        return connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate("insert into note values (" + number + ")");
            }
        };
    }
}
