// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.Fingerprint;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.engine.IdempotencyEngine;
import ee.idempotency.engine.OperationOptions;
import ee.idempotency.engine.ResultOutcomes;
import ee.idempotency.liquibase.DatabaseKind;
import ee.idempotency.liquibase.EveryDatabase;
import ee.idempotency.spi.Binding;
import ee.idempotency.tck.LoggedTexts;
import ee.idempotency.tck.NoResults;
import ee.idempotency.tck.Requirement;
import java.time.Duration;
import javax.sql.DataSource;

/** A database that refuses a row quotes it: nobody logs that, neither this library nor Hibernate. */
@Requirement("H9")
class MarkerTextsTest {

    private static final String MARK = "4242-4242";

    @EveryDatabase
    void aRowThatTheDatabaseRefusesIsInNoLine(DatabaseKind kind) throws Exception {
        DataSource database = kind.migrated();
        new Rows(database)
                .execute("alter table idempotency_record add constraint refused check (operation <> 'refused')");
        try (TestNode node = new TestNode(database);
                LoggedTexts logged = LoggedTexts.ofAll()) {
            IdempotencyEngine engine = new IdempotencyEngine(node.store(), new ResultOutcomes(new NoResults(), 1));
            Binding binding = new Binding("tenant-" + MARK, "refused", "caller " + MARK, "key " + MARK);
            OperationOptions options = OperationOptions.of(Duration.ofMinutes(1), Duration.ofDays(1));

            assertThatThrownBy(() -> engine.execute(binding, Fingerprint.none(), options, String.class, () -> MARK))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageNotContaining(MARK);

            assertThat(logged.of("IDEM-0108")).singleElement().asString().contains("(SQLState 23");
            assertThat(logged.all()).noneMatch(text -> text.contains(MARK));
        }
    }
}
