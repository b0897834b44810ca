// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.conformance.internal.http.Answer;
import ee.idempotency.tck.Requirement;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator does over HTTP, on a real server and database. */
@ExtendWith(OneNode.class)
@Requirement("O6")
class AdminIT {

    private static final String RECORDS = "/idempotency-admin/v1/records/";
    private static final String REASON = "seen in the list of the gateway";
    private static final int OPERATORS = 64;
    private static final String OPERATOR = "X-Roles: reader.operator";

    /** As a node leaves a record that died while it ran; the lease ends where the text says. */
    private static final String ABANDON = "update idempotency_record set state = 'IN_PROGRESS', owner_token = id,"
            + " status = null, headers = null, body = null, body_json = null, outcome_hash = null, lease_until = ";

    private final Wire wire;
    private final String key = "key-" + UUID.randomUUID();
    private final String work = "work-" + UUID.randomUUID();

    AdminIT(OneNode.Running node) {
        this.wire = new Wire(node);
    }

    private Answer charge() throws Exception {
        return charge("/independent/effect");
    }

    private Answer charge(String path) throws Exception {
        return wire.post(path, work, "Idempotency-Key: " + key);
    }

    private Answer ask(String path, String json, String... lines) throws Exception {
        List<String> all = new ArrayList<>(List.of(lines));
        if (Stream.of(lines).noneMatch("X-Idempotency-Admin: 0"::equals)) {
            all.add("X-Idempotency-Admin: 1");
        }
        return wire.post(RECORDS + path, json, all.toArray(String[]::new));
    }

    /** The record of the key, as it is listed. */
    private JsonObject find() throws Exception {
        Answer found =
                ask("search", Json.createObjectBuilder().add("key", key).build().toString(), "X-Roles: reader");
        assertThat(found.status()).as(found.toString()).isEqualTo(200);
        assertThat(found.headers("Cache-Control")).contains("no-store");
        assertThat(found.text()).doesNotContain(key);
        return found.json().orElseThrow().getJsonArray("records").getJsonObject(0);
    }

    private Answer change(JsonObject record, String verb, String... lines) throws Exception {
        JsonObject body = Json.createObjectBuilder()
                .add("version", record.getInt("version"))
                .add("reason", REASON)
                .build();
        return ask(record.getString("record") + "/" + verb, body.toString(), lines);
    }

    private Answer resolve(JsonObject record, String text) throws Exception {
        JsonObject resolution = Json.createObjectBuilder()
                .add("version", record.getInt("version"))
                .add("reason", REASON)
                .add(
                        "completed",
                        Json.createObjectBuilder()
                                .add("status", 201)
                                .add("headers", Json.createArrayBuilder().add("Content-Type: text/plain"))
                                .add("body", text))
                .build();
        return ask(record.getString("record") + "/resolve", resolution.toString(), OPERATOR);
    }

    private long audited() throws Exception {
        return wire.number("select count(*) from idempotency_audit where record_id in"
                + " (select id from idempotency_record where idempotency_key = '" + key + "')");
    }

    private static String problem(Answer answer) {
        return answer.json().orElseThrow().getString("type").replace("urn:idempotency:admin:", "");
    }

    @Test
    void aWrongOutcomeIsDeletedAndTheNextCallRuns() throws Exception {
        charge();
        JsonObject record = find();
        assertThat(record.getString("state")).isEqualTo("COMPLETED");

        Answer deleted = change(record, "delete", OPERATOR);
        assertThat(deleted.status()).as(deleted.toString()).isEqualTo(200);
        assertThat(deleted.json().orElseThrow().getString("state")).isEqualTo("ABSENT");
        assertThat(problem(change(record, "delete", OPERATOR))).isEqualTo("stale-version");

        charge();
        assertThat(wire.effects(work)).isEqualTo(2);
    }

    @Test
    void aStuckRecordIsResolvedAndItsAnswerReplayed() throws Exception {
        charge();
        assertThat(wire.sql(ABANDON + "expires_at where idempotency_key = ?", key))
                .isEqualTo("1");
        JsonObject running = find();
        assertThat(running.getBoolean("leaseIsOver")).isFalse();
        assertThat(change(running, "release", OPERATOR).status()).isEqualTo(409);
        assertThat(problem(change(running, "release", OPERATOR))).isEqualTo("live-lease");

        Answer expired = change(running, "expire-lease", OPERATOR);
        assertThat(expired.status()).as(expired.toString()).isEqualTo(200);
        JsonObject silent = find();
        assertThat(silent.getBoolean("leaseIsOver")).isTrue();
        Answer resolved = resolve(silent, "it happened");
        assertThat(resolved.status()).as(resolved.toString()).isEqualTo(200);
        assertThat(resolved.json().orElseThrow().getJsonArray("audit")).hasSize(2);

        Answer repeat = charge();
        assertThat(repeat.status()).isEqualTo(201);
        assertThat(repeat.text()).isEqualTo("it happened");
        assertThat(Wire.isReplay(repeat)).isTrue();
        assertThat(wire.effects(work)).isOne();
    }

    @Test
    void anOutcomeIsShownToThoseWhoMayAndThatIsWrittenDown() throws Exception {
        Answer first = charge();
        JsonObject record = find();
        assertThat(change(record, "reveal", OPERATOR).status()).isEqualTo(403);

        Answer revealed = change(record, "reveal", "X-Roles: reader.reveal");
        assertThat(revealed.status()).as(revealed.toString()).isEqualTo(200);
        assertThat(revealed.json().orElseThrow().getInt("status")).isEqualTo(first.status());
        assertThat(wire.number("select count(*) from idempotency_audit where verb = 'REVEAL' and actor = 'ops'"
                        + " and record_id in (select id from idempotency_record where idempotency_key = '" + key
                        + "')"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Roles: reader", "X-Roles: nobody", "X-Roles: reveal", "X-Other: operator"})
    void whoMayNotChangesNothing(String roles) throws Exception {
        charge();
        Answer refused = change(find(), "delete", roles);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.headers("Content-Type").get(0)).startsWith("application/problem+json");
        assertThat(Wire.isReplay(charge())).isTrue();
    }

    /** All have looked at the same record, and all found out that it happened. */
    @Test
    void ofManyOperatorsWhoResolveOneRecordOneDoes() throws Exception {
        charge();
        wire.sql(ABANDON + "created_at where idempotency_key = ?", key);
        JsonObject silent = find();
        CyclicBarrier start = new CyclicBarrier(OPERATORS);
        AtomicInteger asking = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService operators = Executors.newFixedThreadPool(OPERATORS);
        List<Answer> answers = new ArrayList<>();
        try {
            List<Future<Answer>> asked = new ArrayList<>();
            for (int i = 0; i < OPERATORS; i++) {
                String found = "found by operator " + i;
                asked.add(operators.submit(() -> {
                    start.await();
                    most.accumulateAndGet(asking.incrementAndGet(), Math::max);
                    Answer answer = resolve(silent, found);
                    asking.decrementAndGet();
                    return answer;
                }));
            }
            for (Future<Answer> each : asked) {
                answers.add(each.get());
            }
        } finally {
            operators.shutdownNow();
        }
        assertThat(most).as("operators who asked at once").hasValueGreaterThan(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .extracting(AdminIT::problem)
                .containsOnly("stale-version");
        assertThat(find().getInt("version")).isEqualTo(silent.getInt("version") + 1);
        assertThat(audited()).isOne();
        assertThat(charge().text()).startsWith("found by operator ");
        assertThat(wire.effects(work)).isOne();
    }

    /** It slept through its lease, and an operator found out how it ended. */
    @Test
    void anOwnerThatWakesAfterItsRecordWasResolvedIsRefused() throws Exception {
        ExecutorService owner = Executors.newSingleThreadExecutor();
        try {
            Future<Answer> sleeping =
                    owner.submit(() -> wire.post("/independent/gate/" + work, work, "Idempotency-Key: " + key));
            wire.get("/gates/" + work);
            assertThat(change(find(), "expire-lease", OPERATOR).status()).isEqualTo(200);
            assertThat(resolve(find(), "it happened").status()).isEqualTo(200);
            wire.put("/gates/" + work);

            assertThat(sleeping.get().status()).as("what the owner sends").isGreaterThanOrEqualTo(400);
            assertThat(charge("/independent/gate/" + work).text()).isEqualTo("it happened");
        } finally {
            owner.shutdownNow();
        }
    }

    @Test
    void whatWasDoneIsShownWhereTheRecordIsGone() throws Exception {
        charge();
        JsonObject record = find();
        change(record, "delete", OPERATOR);
        Answer trail =
                wire.send("GET", RECORDS + record.getString("record") + "/audit", List.of("X-Roles: reader"), "");
        assertThat(trail.status()).as(trail.toString()).isEqualTo(200);
        JsonObject entry = trail.json().orElseThrow().getJsonArray("audit").getJsonObject(0);
        assertThat(entry.getString("verb")).isEqualTo("DELETE");
        assertThat(entry.getString("actor")).isEqualTo("ops");
        assertThat(entry.getString("reason")).isEqualTo(REASON);
    }

    @Test
    void theOverviewSaysWhoAsksAndWhatIsProtectedHow() throws Exception {
        Answer overview = wire.send("GET", "/idempotency-admin/v1/overview", List.of("X-Roles: reader.reveal"), "");
        assertThat(overview.status()).as(overview.toString()).isEqualTo(200);
        JsonObject json = overview.json().orElseThrow();
        assertThat(json.getString("actor")).isEqualTo("ops");
        assertThat(json.getBoolean("mayOperate")).isFalse();
        assertThat(json.getBoolean("mayReveal")).isTrue();
        assertThat(json.getJsonArray("operations").getValuesAs(JsonObject.class))
                .extracting(operation -> operation.getString("operation"))
                .contains("POST /independent/effect");
        assertThat(json.getJsonObject("settings").getString("idempotency.admin.reader-role"))
                .isEqualTo("reader");
    }

    @Test
    void aReasonAndOurOwnPageAreNeeded() throws Exception {
        charge();
        JsonObject record = find();
        Answer without = ask(
                record.getString("record") + "/delete",
                Json.createObjectBuilder()
                        .add("version", record.getInt("version"))
                        .build()
                        .toString(),
                OPERATOR);
        assertThat(without.status()).isEqualTo(400);
        assertThat(problem(without)).isEqualTo("reason-missing");
        assertThat(change(record, "delete", OPERATOR, "Sec-Fetch-Site: cross-site")
                        .status())
                .isEqualTo(403);
        assertThat(change(record, "delete", OPERATOR, "X-Idempotency-Admin: 0").status())
                .isEqualTo(403);
        assertThat(Wire.isReplay(charge())).isTrue();
    }
}
