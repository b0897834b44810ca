// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static ee.idempotency.persistence.internal.TestClaims.ANSWER;
import static ee.idempotency.persistence.internal.TestClaims.acquire;
import static ee.idempotency.persistence.internal.TestClaims.request;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.liquibase.Databases;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.Ownership;
import ee.idempotency.tck.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.QueryCountHolder;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a call costs, counted. The goals are those of PERFORMANCE.md. */
class PostgreSqlCostTest {

    /** The next transaction id, and how much WAL there is. */
    private static final String WRITTEN =
            "select pg_snapshot_xmax(pg_current_snapshot()) || ' ' || pg_current_wal_insert_lsn()";

    private final AtomicInteger commits = new AtomicInteger();
    private DataSource database;
    private Rows rows;
    private TestNode node;

    @BeforeEach
    void start() {
        database = Databases.POSTGRESQL.migrated();
        rows = new Rows(database);
        node = new TestNode(ProxyDataSourceBuilder.create(database)
                .countQuery()
                .methodListener(new Commits())
                .build());
    }

    @AfterEach
    void stop() {
        node.close();
        QueryCountHolder.clear();
    }

    private final class Commits implements MethodExecutionListener {

        @Override
        public void beforeMethod(MethodExecutionContext call) {
            // counted when it has ended
        }

        @Override
        public void afterMethod(MethodExecutionContext call) {
            if ("commit".equals(call.getMethod().getName())) {
                commits.incrementAndGet();
            }
        }
    }

    @Test
    void aFreshCallIsTwoStatementsAndTwoCommits() {
        reset();
        node.store().complete(acquire(node.store(), request()), ANSWER);
        assertThat(QueryCountHolder.getGrandTotal().getTotal()).isEqualTo(2);
        assertThat(commits).hasValue(2);
    }

    @Test
    @Requirement("X2")
    void joinedAddsTwoStatementsAndOneCommit() throws Exception {
        rows.execute("create table payment (id int)");
        reset();
        Ownership owner = acquire(node.store(), request());
        node.inTransaction(entityManager -> {
            entityManager.createNativeQuery("insert into payment values (1)").executeUpdate();
            return node.store().settleInTransaction(owner, ANSWER);
        });
        assertThat(QueryCountHolder.getGrandTotal().getTotal()).isEqualTo(1 + 2);
        assertThat(commits).hasValue(1 + 1);
    }

    @Test
    @Requirement("X3")
    void oneCommitAddsTwoStatementsAndNoCommit() throws Exception {
        rows.execute("create table payment (id int)");
        reset();
        node.inTransaction(entityManager -> {
            Claim claim = claimInTransaction(request());
            entityManager.createNativeQuery("insert into payment values (1)").executeUpdate();
            return node.store().settleInTransaction(((Claim.Acquired) claim).ownership(), ANSWER);
        });
        assertThat(QueryCountHolder.getGrandTotal().getTotal()).isEqualTo(1 + 2);
        assertThat(commits).hasValue(1);
    }

    @Test
    @Requirement("X3")
    void aReplayInTheCallersTransactionIsOneStatementThatWritesNothing() throws Exception {
        ClaimRequest request = request();
        node.store().complete(acquire(node.store(), request), ANSWER);
        assertThat(node.<Claim>inTransaction(entityManager -> claimInTransaction(request)))
                .isEqualTo(new Claim.Completed(ANSWER));
        isOneStatementThatWritesNothing(() -> node.inTransaction(entityManager -> claimInTransaction(request)));
    }

    private Claim claimInTransaction(ClaimRequest request) {
        return node.store().claimInTransaction(request, Duration.ofSeconds(2)).orElseThrow();
    }

    @Test
    void aReplayIsOneStatementThatWritesNothing() throws Exception {
        ClaimRequest request = request();
        node.store().complete(acquire(node.store(), request), ANSWER);
        assertThat(node.store().claim(request)).isEqualTo(new Claim.Completed(ANSWER));
        isOneStatementThatWritesNothing(() -> node.store().claim(request));
    }

    /** The fewest of some tries: every 15 seconds the database writes by itself which transactions are running. */
    private void isOneStatementThatWritesNothing(Callable<Claim> replay) throws Exception {
        rows.execute("checkpoint");
        boolean writes = true;
        for (int attempt = 0; attempt < 5 && writes; attempt++) {
            reset();
            String before = rows.text(WRITTEN);
            Claim claim = replay.call();
            writes = !rows.text(WRITTEN).equals(before);
            assertThat(claim).isEqualTo(new Claim.Completed(ANSWER));
            assertThat(QueryCountHolder.getGrandTotal().getTotal()).isEqualTo(1);
        }
        assertThat(writes).isFalse();
    }

    /** The trigger would meet each row that is about to be inserted, also one that is then thrown away. */
    @Test
    void aKnownKeyIsNotInserted() {
        ClaimRequest completed = request();
        node.store().complete(acquire(node.store(), completed), ANSWER);
        ClaimRequest running = request();
        acquire(node.store(), running);
        rows.execute("create function refuse() returns trigger language plpgsql as"
                + " 'begin raise exception ''inserted''; end'");
        rows.execute("create trigger t before insert on idempotency_record for each row execute function refuse()");
        assertThat(node.store().claim(completed.withNewOwner())).isEqualTo(new Claim.Completed(ANSWER));
        assertThat(node.store().claim(running.withNewOwner())).isInstanceOf(Claim.InProgress.class);
    }

    @Test
    void aCompletionChangesNoIndex() {
        int calls = 200;
        for (int call = 0; call < calls; call++) {
            node.store().complete(acquire(node.store(), request()), ANSWER);
        }
        // a session reports what it did when it ends
        node.close();
        String updates = "select n_tup_upd from pg_stat_user_tables where relname = 'idempotency_record'";
        org.awaitility.Awaitility.await().until(() -> rows.number(updates) == calls);
        assertThat(rows.number(updates.replace("n_tup_upd", "n_tup_hot_upd"))).isGreaterThanOrEqualTo(calls * 9 / 10);
    }

    /** Eight calls at a time, as by eight threads, but in the same order each time. */
    @Test
    void rowsOfCallsAtOnceTakeLittleRoom() {
        int rounds = 125;
        for (int round = 0; round < rounds; round++) {
            List<Ownership> running = Stream.generate(() -> acquire(node.store(), request()))
                    .limit(8)
                    .toList();
            running.forEach(owner -> node.store().complete(owner, ANSWER));
        }
        long room =
                rows.number("select pg_relation_size('idempotency_record') + pg_indexes_size('idempotency_record')");
        assertThat(room / (rounds * 8)).isLessThanOrEqualTo(1_600);
    }

    @Test
    void aRowWithAnAnswerOf1KiBIsSmall() {
        Outcome.Completed answer =
                new Outcome.Completed(200, Header.parse("Content-Type: application/json"), ANSWER.body());
        node.store().complete(acquire(node.store(), request()), answer);
        String columns = rows.text("""
                select string_agg('coalesce(pg_column_size(' || column_name || '), 0)', ' + ')
                from information_schema.columns where table_name = 'idempotency_record'""");
        assertThat(rows.number("select " + columns + " from idempotency_record"))
                .isLessThanOrEqualTo(1_260);
    }

    private void reset() {
        commits.set(0);
        QueryCountHolder.clear();
    }
}
