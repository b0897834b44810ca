// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.encryption.EncryptionKeys;
import ee.idempotency.it.Carrier;
import ee.idempotency.it.TestDatabase;
import ee.idempotency.it.Wars;
import ee.idempotency.redis.internal.TestRedis;
import ee.idempotency.tck.Requirement;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.JedisPooled;

/**
 * The example with the encryption jar: what PostgreSQL and Redis keep of its answers.
 */
@Order(OtherWars.ORDER)
@Tag("one-database")
@ExtendWith(OtherWars.class)
@Requirement("O1")
class EncryptedIT {

    private static final Pattern SECRET = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final TestRedis REDIS = new TestRedis();
    private static final JedisPooled CLIENT = REDIS.client(10_000);

    private final OneNode.Running node;

    EncryptedIT(Carrier carrier) {
        node = new OneNode.Running(carrier, "/encrypted");
    }

    static WebArchive war() {
        return OneNode.war(
                "encrypted.war",
                Wars.example().addAsLibraries(Wars.jarOf(EncryptionKeys.class)),
                Map.of(
                        "idempotency.encryption.keys", "k1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
                        "idempotency.encryption.fingerprint-keys", "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=",
                        "idempotency.queryable-json", "false",
                        "idempotency.hot-tier.address", "127.0.0.1:" + REDIS.port(),
                        "idempotency.hot-tier.timeout", "PT10S"));
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        REDIS.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"independent", "joined", "one-commit"})
    void nothingOfAnAnswerIsLegibleInEitherTier(String mode) throws SQLException {
        Trial trial = new Trial(node, mode);

        HttpResponse<String> first = trial.post("answer");

        assertThat(first.headers().firstValue("Location").orElse("")).endsWith(trial.work);
        trial.assertStored(first, "answer");
        String secret =
                SECRET.matcher(first.body()).results().findFirst().orElseThrow().group();
        assertThat(inPostgreSql(trial.key))
                .as("the record")
                .contains(trial.key, "COMPLETED", "application/vnd.idempotency.sealed")
                .doesNotContain(secret)
                .doesNotContain(trial.work);
        assertThat(inRedis())
                .as("what Redis has")
                .contains(trial.key, "application/vnd.idempotency.sealed")
                .doesNotContain(secret)
                .doesNotContain(trial.work);
    }

    @Test
    void anotherPayloadIsRefused() {
        Trial trial = new Trial(node, "joined");
        trial.post("answer");

        assertThat(trial.later("answer", "another").join().statusCode()).isEqualTo(422);
    }

    @Test
    void answersThatSomebodyExchangedAreDamaged() throws SQLException {
        Trial trial = new Trial(node, "joined");
        Trial other = new Trial(node, "joined");
        trial.post("answer");
        other.post("answer");
        try (Connection connection = TestDatabase.connect();
                PreparedStatement exchange = connection.prepareStatement(
                        "update idempotency_record r set body = o.body, outcome_hash = o.outcome_hash"
                                + " from idempotency_record o"
                                + " where r.idempotency_key = ? and o.idempotency_key = ?")) {
            exchange.setString(1, trial.key);
            exchange.setString(2, other.key);
            assertThat(exchange.executeUpdate()).isEqualTo(1);
        }
        CLIENT.flushAll();

        HttpResponse<String> repeat = trial.post("answer");

        assertThat(repeat.statusCode()).isEqualTo(500);
        assertThat(repeat.body()).contains("damaged-record");
        assertThat(trial.effects()).isEqualTo(1);
        assertThat(other.post("answer").statusCode()).isEqualTo(201);
    }

    /** Every column of a record, as text. */
    private static String inPostgreSql(String key) throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection connection = TestDatabase.connect();
                PreparedStatement query =
                        connection.prepareStatement("select * from idempotency_record where idempotency_key = ?")) {
            query.setString(1, key);
            ResultSet row = query.executeQuery();
            assertThat(row.next()).isTrue();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                Object value = row.getObject(column);
                all.append(value instanceof byte[] bytes ? new String(bytes, ISO_8859_1) : value)
                        .append('\n');
            }
        }
        return all.toString();
    }

    /** Every field of every record in Redis, as text. */
    private static String inRedis() {
        return CLIENT.keys("*:record:*").stream()
                .flatMap(key -> CLIENT.hgetAll(key.getBytes(ISO_8859_1)).values().stream())
                .map(value -> new String(value, ISO_8859_1))
                .collect(Collectors.joining("\n"));
    }
}
