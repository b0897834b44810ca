// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static ee.idempotency.persistence.internal.TestClaims.acquire;
import static ee.idempotency.persistence.internal.TestClaims.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.liquibase.Databases;
import ee.idempotency.liquibase.SchemaMigrator;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.Outcome;
import ee.idempotency.tck.Requirement;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.QueryCountHolder;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What the JSON form costs, and a database that could not hold it. */
@Requirement("S6")
class PostgreSqlJsonTest {

    private static final Outcome.Completed ANSWER = new Outcome.Completed(
            201,
            Header.parse("Content-Type: application/json"),
            Bytes.of("{\"id\":\"ch_1\",\"\u20ac\":\"\u0416\"}".getBytes(UTF_8)));

    private static final String UPDATES =
            "select n_tup_upd from pg_stat_user_tables where relname = 'idempotency_record'";

    private final DataSource database = Databases.POSTGRESQL.empty();

    @AfterEach
    void forget() {
        QueryCountHolder.clear();
    }

    @Test
    void aFreshCallIsStillTwoStatementsAndAReplayOne() {
        SchemaMigrator.migrate(database);
        DataSource counted =
                ProxyDataSourceBuilder.create(database).countQuery().build();
        try (TestNode node = new TestNode(counted, new StoreSettings(true))) {
            QueryCountHolder.clear();
            ClaimRequest request = request();
            node.store().complete(acquire(node.store(), request), ANSWER);
            assertThat(QueryCountHolder.getGrandTotal().getTotal()).isEqualTo(2);
            assertThat(new Rows(database).text("select body_json ->> 'id' from idempotency_record"))
                    .isEqualTo("ch_1");
            QueryCountHolder.clear();
            assertThat(node.store().claim(request)).isEqualTo(new Claim.Completed(ANSWER));
            assertThat(QueryCountHolder.getGrandTotal().getTotal()).isOne();
        }
    }

    @Test
    void aCompletionChangesNoIndex() {
        SchemaMigrator.migrate(database);
        assertThat(heapOnlyShare()).isGreaterThanOrEqualTo(0.9);
    }

    /** Described in docs/schema.md. */
    @Test
    void anIndexOfTheOperatorsOnTheColumnEndsThat() {
        SchemaMigrator.migrate(database);
        new Rows(database)
                .execute("create index ix_body_json on idempotency_record using gin (body_json jsonb_path_ops)");
        assertThat(heapOnlyShare()).isZero();
    }

    /** How many of the completions changed no index. */
    private double heapOnlyShare() {
        Rows rows = new Rows(database);
        int calls = 100;
        // a session reports what it did when it ends
        try (TestNode node = new TestNode(database, new StoreSettings(true))) {
            for (int call = 0; call < calls; call++) {
                node.store().complete(acquire(node.store(), request()), ANSWER);
            }
        }
        Awaitility.await().until(() -> rows.number(UPDATES) == calls);
        return (double) rows.number(UPDATES.replace("n_tup_upd", "n_tup_hot_upd")) / calls;
    }

    /** Such a database refuses characters that it has not, and would refuse the answer with them. */
    @Test
    void aDatabaseOfAnotherEncodingStoresTheAnswerWithoutJson() {
        new Rows(database).execute("create database latin1 template template0 encoding 'LATIN1' locale 'C'");
        PGSimpleDataSource latin1 = new PGSimpleDataSource();
        latin1.setUrl(((PGSimpleDataSource) database).getUrl());
        latin1.setDatabaseName("latin1");
        latin1.setUser("postgres");
        SchemaMigrator.migrate(latin1);
        try (TestNode node = new TestNode(latin1, new StoreSettings(true))) {
            ClaimRequest request = request();
            node.store().complete(acquire(node.store(), request), ANSWER);
            assertThat(node.store().claim(request)).isEqualTo(new Claim.Completed(ANSWER));
            assertThat(new Rows(latin1).text("select body_json from idempotency_record"))
                    .isNull();
        }
    }
}
