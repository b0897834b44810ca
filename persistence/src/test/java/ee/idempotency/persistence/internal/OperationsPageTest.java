// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static ee.idempotency.persistence.internal.TestClaims.ANSWER;
import static ee.idempotency.persistence.internal.TestClaims.acquire;
import static ee.idempotency.persistence.internal.TestClaims.request;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.liquibase.DatabaseKind;
import ee.idempotency.liquibase.Databases;
import ee.idempotency.liquibase.EveryDatabase;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.tck.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The statements of docs/operations.md do what the page says, on every database. */
@Requirement("O6")
class OperationsPageTest {

    private static final Pattern RECIPE = Pattern.compile("```sql\n-- (.+)\n([^`]+)```");

    private static Map<String, String> recipes() throws IOException {
        return RECIPE.matcher(Files.readString(Path.of("..", "docs", "operations.md")))
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
    }

    /** One database, and the page's statements as they read there. */
    private record Place(DatabaseKind kind, Rows rows, TestNode node) implements AutoCloseable {

        static Place of(DatabaseKind kind) {
            DataSource database = kind.migrated();
            return new Place(kind, new Rows(database), new TestNode(database));
        }

        String sql(String recipe) throws IOException {
            Map<String, String> all = recipes();
            String own = kind == Databases.MARIADB ? all.get(recipe + ", MariaDB") : null;
            return (own == null ? all.get(recipe) : own).replace("OPERATION", "payments.charge");
        }

        int change(String recipe, ClaimRequest request, int versionsLater) throws IOException {
            String id = id(request);
            long version = rows.number("select version from idempotency_record where id = '" + id + "'");
            return rows.execute(
                    sql(recipe).replace("'ID'", "'" + id + "'").replace("VERSION", "" + (version + versionsLater)));
        }

        String id(ClaimRequest request) throws IOException {
            return rows.text(sql("find").replace("KEY", request.binding().key()));
        }

        void endLease(ClaimRequest request) throws IOException {
            rows.execute("update idempotency_record set lease_until = created_at where id = '" + id(request) + "'");
        }

        @Override
        public void close() {
            node.close();
        }
    }

    @EveryDatabase
    void aStuckClaimIsFoundAndFreedAndItsOwnerRefused(DatabaseKind kind) throws IOException {
        try (Place place = Place.of(kind)) {
            ClaimRequest request = request();
            Ownership owner = acquire(place.node().store(), request);
            assertThat(place.change("release", request, 0)).as("its lease runs").isZero();
            assertThat(place.rows().text(place.sql("stuck"))).isNull();

            place.endLease(request);
            assertThat(place.rows().text(place.sql("stuck"))).isEqualTo("payments.charge");
            assertThat(place.change("release", request, 1))
                    .as("another version")
                    .isZero();
            assertThat(place.change("delete", request, 0))
                    .as("it is not settled")
                    .isZero();
            assertThat(place.change("release", request, 0)).isOne();

            assertThat(place.id(request)).isNull();
            assertThat(place.node().store().complete(owner, ANSWER)).isEqualTo(OwnerWrite.NOT_OWNER);
            assertThat(place.node().store().claim(request)).isInstanceOf(Claim.Acquired.class);
        }
    }

    @EveryDatabase
    void aSettledRecordIsDeletedByItsVersion(DatabaseKind kind) throws IOException {
        try (Place place = Place.of(kind)) {
            ClaimRequest request = request();
            place.node().store().complete(acquire(place.node().store(), request), ANSWER);
            assertThat(place.change("release", request, 0)).isZero();
            assertThat(place.change("delete", request, 1)).isZero();
            assertThat(place.change("delete", request, 0)).isOne();
            assertThat(place.id(request)).isNull();
        }
    }

    @EveryDatabase
    void countsAndARenamedOperation(DatabaseKind kind) throws IOException {
        try (Place place = Place.of(kind)) {
            ClaimRequest running = request();
            ClaimRequest settled = request();
            acquire(place.node().store(), running);
            place.node().store().complete(acquire(place.node().store(), settled), ANSWER);

            assertThat(place.rows().text(place.sql("retention"))).isEqualTo("payments.charge");
            assertThat(place.rows().number(place.sql("overdue"))).isZero();
            place.rows()
                    .execute("update idempotency_record set created_at = timestamp '2020-01-01 00:00:00', expires_at ="
                            + " timestamp '2020-01-02 00:00:00' where id = '" + place.id(settled) + "'");
            assertThat(place.rows().number(place.sql("overdue"))).isOne();

            assertThat(place.rows().execute(place.sql("renamed"))).isOne();
            assertThat(place.id(settled)).isNull();
            assertThat(place.id(running)).isNotNull();
        }
    }
}
