// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static ee.idempotency.persistence.internal.TestClaims.acquire;
import static ee.idempotency.persistence.internal.TestClaims.request;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.liquibase.DatabaseKind;
import ee.idempotency.liquibase.EveryDatabase;
import ee.idempotency.spi.RecordBrowser;
import ee.idempotency.spi.RecordBrowser.Filter;
import ee.idempotency.spi.RecordBrowser.Page;
import ee.idempotency.spi.RecordBrowser.Position;
import ee.idempotency.spi.RecordBrowser.Summary;
import ee.idempotency.spi.RecordKey;
import ee.idempotency.tck.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** What only a database can show of the listing; the rest is in the contract. */
@Requirement("O6")
class EntityBrowserTest {

    @EveryDatabase
    void recordsOfOneInstantAreListedOnce(DatabaseKind kind) {
        DataSource database = kind.migrated();
        try (TestNode node = new TestNode(database)) {
            for (int number = 0; number < 7; number++) {
                acquire(node.store(), request("k" + number));
            }
            new Rows(database)
                    .execute("update idempotency_record set expires_at ="
                            + " (select max(expires_at) from (select expires_at from idempotency_record) as others)");

            assertThat(list(node.store().records().orElseThrow(), 2)).hasSize(7).doesNotHaveDuplicates();
        }
    }

    /** Expired records that nobody has swept yet stand first in the index; they must not make a page longer. */
    @EveryDatabase
    void expiredRecordsCountAsVisitedAndAreNotListed(DatabaseKind kind) {
        DataSource database = kind.migrated();
        try (TestNode node = new TestNode(database)) {
            for (int number = 0; number < 3; number++) {
                acquire(node.store(), request("old " + number));
            }
            new Rows(database)
                    .execute("update idempotency_record set created_at = created_at - interval '25' hour,"
                            + " lease_until = lease_until - interval '25' hour,"
                            + " expires_at = expires_at - interval '25' hour");
            acquire(node.store(), request("new"));

            RecordBrowser browser = node.store().records().orElseThrow();
            Page first = browser.page(Filter.ALL, Optional.empty(), 3);
            assertThat(first.records()).isEmpty();
            assertThat(first.visited()).isEqualTo(3);
            Page second = browser.page(Filter.ALL, first.next(), 3);
            assertThat(second.records())
                    .extracting(record -> record.binding().key())
                    .containsExactly("new");
            assertThat(second.next()).isEmpty();
        }
    }

    @EveryDatabase
    void thereIsNoneThroughADataSource(DatabaseKind kind) {
        try (DataSourceNode node = new DataSourceNode(kind.migrated())) {
            assertThat(node.store().records()).isEmpty();
        }
    }

    private static List<RecordKey> list(RecordBrowser browser, int limit) {
        List<RecordKey> listed = new ArrayList<>();
        Optional<Position> after = Optional.empty();
        do {
            Page page = browser.page(Filter.ALL, after, limit);
            page.records().stream().map(Summary::recordKey).forEach(listed::add);
            after = page.next();
        } while (after.isPresent());
        return listed;
    }
}
