// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static ee.idempotency.persistence.internal.TestClaims.acquire;
import static ee.idempotency.persistence.internal.TestClaims.request;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.liquibase.Databases;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.tck.Requirement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database's clock is five hours behind the node's: {@code clock_timestamp()} is replaced by one of the test's own, in a
 * schema that the node searches first.
 */
@Requirement("C10")
class DatabaseClockTest {

    private Rows rows;
    private TestNode node;
    private IdempotencyStore store;

    @BeforeEach
    void startWithTheDatabaseBehind() {
        PGSimpleDataSource database = (PGSimpleDataSource) Databases.POSTGRESQL.migrated();
        rows = new Rows(database);
        setDatabaseBehind(Duration.ofHours(5));
        PGSimpleDataSource behind = new PGSimpleDataSource();
        behind.setUrl(database.getUrl());
        behind.setUser(database.getUser());
        behind.setOptions("-c search_path=public,pg_catalog");
        node = new TestNode(behind);
        store = node.store();
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private void setDatabaseBehind(Duration behind) {
        rows.execute("create or replace function public.clock_timestamp() returns timestamptz language sql volatile as"
                + " 'select pg_catalog.clock_timestamp() - interval ''" + behind.toSeconds() + " seconds'''");
    }

    @Test
    void aLeaseIsCountedFromTheDatabasesTime() {
        ClaimRequest request = request();
        acquire(store, request);

        Instant leaseUntil =
                store.lookup(request.recordKey()).orElseThrow().leaseUntil().orElseThrow();

        Instant fourHoursAgo = Instant.now().minus(Duration.ofHours(4));
        assertThat(leaseUntil).isBefore(fourHoursAgo);
    }

    @Test
    void aNodeThatIsAheadTakesNothingOver() {
        ClaimRequest first = request("key");
        acquire(store, first);

        assertThat(store.claim(request("key"))).isInstanceOf(Claim.InProgress.class);
        assertThat(store.sweep(10)).isZero();
    }

    @Test
    void aLeaseEndsWhenTheDatabaseSaysSo() {
        acquire(store, request("key"));
        setDatabaseBehind(Duration.ofHours(5).minus(Duration.ofSeconds(61)));

        assertThat(acquire(store, request("key")).attempt()).isEqualTo(2);
    }

    @Test
    void retentionEndsWhenTheDatabaseSaysSo() {
        ClaimRequest request = request("key");
        store.complete(acquire(store, request), TestClaims.ANSWER);
        assertThat(store.sweep(10)).isZero();
        setDatabaseBehind(Duration.ofHours(5).minus(Duration.ofHours(24)));

        assertThat(store.lookup(request.recordKey())).isEmpty();
        assertThat(store.sweep(10)).isEqualTo(1);
    }
}
