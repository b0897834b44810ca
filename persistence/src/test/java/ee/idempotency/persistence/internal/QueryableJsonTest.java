// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static ee.idempotency.persistence.internal.TestClaims.acquire;
import static ee.idempotency.persistence.internal.TestClaims.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.liquibase.DatabaseKind;
import ee.idempotency.liquibase.EveryDatabase;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.tck.Requirement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** Answers that are stored a second time as JSON, on every database. */
@Requirement("S6")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryableJsonTest {

    private static final String CHARGE =
            "{ \"object\" : \"charge\", \"charge\" : {\"id\":\"ch_0\", \"amount\": 5.0}, \"a\":\"\u00e9\" }";

    /** One database, a node with the switch on and one with it off. */
    private record Place(Rows rows, TestNode on, TestNode off) {

        static Place of(DatabaseKind kind) {
            DataSource database = kind.migrated();
            return new Place(
                    new Rows(database), new TestNode(database, new StoreSettings(true)), new TestNode(database));
        }

        /** Completes a fresh claim with the switch on. */
        ClaimRequest complete(Outcome.Completed answer) {
            ClaimRequest request = request();
            assertThat(on.store().complete(acquire(on.store(), request), answer))
                    .isEqualTo(OwnerWrite.APPLIED);
            return request;
        }

        String json(ClaimRequest request) {
            return rows.text("select cast(body_json as char(100)) from idempotency_record where idempotency_key = '"
                    + request.binding().key() + "'");
        }

        void assertReplays(Outcome.Completed answer, ClaimRequest request) {
            Claim.Completed expected = new Claim.Completed(answer);
            assertThat(on.store().claim(request)).isEqualTo(expected);
            assertThat(off.store().claim(request)).isEqualTo(expected);
            assertThat(on.store().lookup(request.recordKey()).orElseThrow().outcome())
                    .contains(answer);
        }
    }

    private final Map<DatabaseKind, Place> places = new HashMap<>();

    private Place at(DatabaseKind kind) {
        return places.computeIfAbsent(kind, Place::of);
    }

    @AfterAll
    void stop() {
        places.values().forEach(place -> {
            place.on().close();
            place.off().close();
        });
    }

    private static Outcome.Completed answer(String body) {
        return new Outcome.Completed(
                201, Header.parse("Content-Type: application/json"), Bytes.of(body.getBytes(UTF_8)));
    }

    @EveryDatabase
    void aReplayIsByteExactWhateverTheDatabaseMakesOfTheJson(DatabaseKind kind) {
        Place place = at(kind);
        for (String body : JsonBodies.accepted()) {
            ClaimRequest request = place.complete(answer(body));
            assertThat(place.json(request)).as(start(body)).isNotNull();
            place.assertReplays(answer(body), request);
        }
    }

    @EveryDatabase
    void whatADatabaseCouldRefuseIsStoredAndReplayedWithoutJson(DatabaseKind kind) {
        Place place = at(kind);
        for (String body : JsonBodies.REFUSED) {
            ClaimRequest request = place.complete(answer(body));
            assertThat(place.json(request)).as(start(body)).isNull();
            place.assertReplays(answer(body), request);
        }
    }

    private static String start(String body) {
        return body.substring(0, Math.min(60, body.length()));
    }

    @EveryDatabase
    void theOperatorsQueryFindsTheRecord(DatabaseKind kind) throws Exception {
        Place place = at(kind);
        String wanted = CHARGE.replace("ch_0", "ch_1");
        place.complete(answer(CHARGE));
        ClaimRequest request = place.complete(answer(wanted));
        place.complete(answer(wanted.replace("\"id\"", "\"other\"")));

        assertThat(place.rows().text(kind.findsCharge()))
                .isEqualTo(request.binding().key());
        assertThat(place.rows().number("select count(*) from (" + kind.findsCharge() + ") found"))
                .isOne();
        assertThat(Files.readString(Path.of("..", "docs", "schema.md"))).contains(kind.findsCharge());
    }

    @EveryDatabase
    void aReplayNeverReadsTheColumn(DatabaseKind kind) {
        Place place = at(kind);
        ClaimRequest request = place.complete(answer(CHARGE));
        String forged = kind.json("{\"forged\":true}");
        place.rows()
                .execute("update idempotency_record set body_json = " + forged + " where idempotency_key = '"
                        + request.binding().key() + "'");

        place.assertReplays(answer(CHARGE), request);
        SqlDialect texts = place.on().call(KnownDatabase::dialectOf);
        assertThat(Stream.of(texts.columns, texts.read, texts.lookup, texts.takeOver, texts.renew))
                .allSatisfy(text -> assertThat(text).doesNotContain("body_json", "select *"));
    }

    @EveryDatabase
    void withTheSwitchOffNothingIsWritten(DatabaseKind kind) throws Exception {
        Place place = at(kind);
        ClaimRequest alone = request();
        ClaimRequest joined = request();
        place.off().store().complete(acquire(place.off().store(), alone), answer(CHARGE));
        place.off()
                .inTransaction(entityManager -> place.off()
                        .store()
                        .settleInTransaction(acquire(place.off().store(), joined), answer(CHARGE)));

        assertThat(place.json(alone)).isNull();
        assertThat(place.json(joined)).isNull();
        place.assertReplays(answer(CHARGE), alone);
        place.assertReplays(answer(CHARGE), joined);
    }

    @EveryDatabase
    void anAnswerInTheCallersTransactionHasItToo(DatabaseKind kind) throws Exception {
        Place place = at(kind);
        ClaimRequest request = request();
        place.on()
                .inTransaction(entityManager -> place.on()
                        .store()
                        .settleInTransaction(acquire(place.on().store(), request), answer(CHARGE)));

        assertThat(place.json(request)).contains("ch_0");
        place.assertReplays(answer(CHARGE), request);
    }

    @EveryDatabase
    void aMethodsResultHasItAndAnythingButPlainJsonHasNot(DatabaseKind kind) {
        Place place = at(kind);
        Bytes body = Bytes.of(CHARGE.getBytes(UTF_8));
        String type = "Content-Type: application/json";
        assertThat(place.json(place.complete(new Outcome.Completed(0, Header.parse(type), body))))
                .contains("ch_0");
        for (Outcome.Completed other : new Outcome.Completed[] {
            new Outcome.Completed(200, Header.parse("Content-Type: text/plain"), body),
            new Outcome.Completed(200, Header.parse(type + "; charset=ISO-8859-1"), body),
            new Outcome.Completed(200, Header.parse(type + "\nContent-Encoding: gzip"), body),
            new Outcome.Completed(200, Header.parse(type), null),
            new Outcome.Completed(204, Header.parse(type), Bytes.EMPTY)
        }) {
            ClaimRequest request = place.complete(other);
            assertThat(place.json(request)).as(other.toString()).isNull();
            place.assertReplays(other, request);
        }
    }
}
