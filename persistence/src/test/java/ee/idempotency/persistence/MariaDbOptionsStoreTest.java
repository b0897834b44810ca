// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence;

import ee.idempotency.liquibase.Databases;
import ee.idempotency.persistence.internal.DatabaseStoreContract;
import ee.idempotency.tck.Requirement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * At REPEATABLE READ as MariaDB 11.8 has it by default, with the options of the driver that change what the store sees:
 * other update counts, prepared statements of the server, and a session in another time zone than the database.
 */
@Requirement("S1")
@Requirement("S7")
@Tag("all")
class MariaDbOptionsStoreTest extends DatabaseStoreContract {

    @Override
    protected DataSource database() throws SQLException {
        MariaDbDataSource dataSource = (MariaDbDataSource) Databases.MARIADB.migrated();
        dataSource.setUrl(dataSource.getUrl() + "&useAffectedRows=true&useServerPrepStmts=true"
                + "&sessionVariables=innodb_snapshot_isolation=ON,time_zone='-05:00'");
        return dataSource;
    }
}
