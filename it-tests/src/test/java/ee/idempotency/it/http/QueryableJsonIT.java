// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.IdempotencyKey;
import ee.idempotency.conformance.internal.http.Answer;
import ee.idempotency.tck.Requirement;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The node has {@code idempotency.queryable-json} switched on: answers can be asked for, and are replayed as they were. */
@ExtendWith(OneNode.class)
class QueryableJsonIT {

    private final Wire wire;
    private final String id = UUID.randomUUID().toString();

    QueryableJsonIT(OneNode.Running node) {
        this.wire = new Wire(node);
    }

    private Answer post(String path, String body) throws Exception {
        return wire.post(path, body, "Idempotency-Key: key-" + id);
    }

    /** How many records have a JSON form whose member {@code id} is the test's. */
    private long found() throws Exception {
        boolean isH2 = "h2".equals(System.getProperty("test.database"));
        return wire.number("select count(*) from idempotency_record where "
                + (isH2 ? "(body_json).\"id\" = json '\"" + id + "\"'" : "body_json ->> 'id' = '" + id + "'"));
    }

    @Test
    @Requirement("S6")
    void anAnswerOverHttpIsFoundAndReplayedByteForByte() throws Exception {
        String json = "{ \"z\": 1.0, \"id\": \"" + id + "\",\t\"a\":\"\\u00e9\" }";
        Answer first = post("/json", json);
        Answer replay = post("/json", json);

        assertThat(first.text()).isEqualTo(json);
        assertThat(Wire.isReplay(replay)).isTrue();
        assertThat(replay.text()).isEqualTo(json);
        assertThat(found()).isOne();
    }

    @ParameterizedTest
    @Requirement("S6")
    @ValueSource(
            strings = {
                "\"twice\": 1, \"twice\": 2",
                "\"nul\": \"\\u0000\"",
                "\"half\": \"\\ud800\"",
                "\"huge\": 1e400000"
            })
    void anAnswerThatADatabaseCouldRefuseIsOnlyReplayed(String member) throws Exception {
        String json = "{\"id\":\"" + id + "\"," + member + "}";
        Answer first = post("/json", json);
        Answer replay = post("/json", json);

        assertThat(first.status()).isEqualTo(200);
        assertThat(Wire.isReplay(replay)).isTrue();
        assertThat(replay.text()).isEqualTo(json);
        assertThat(found()).isZero();
    }

    @Test
    @Requirement("S6")
    void aCompressedAnswerIsOnlyReplayed() throws Exception {
        Answer first = post("/json/packed", "{\"id\":\"" + id + "\"}");
        Answer replay = post("/json/packed", "{\"id\":\"" + id + "\"}");

        assertThat(first.status()).isEqualTo(200);
        assertThat(Wire.isReplay(replay)).isTrue();
        assertThat(replay.text()).isEqualTo(first.text());
        assertThat(found()).isZero();
    }

    @Test
    @Requirement("S6")
    void aBeansResultIsFound() throws Exception {
        String quoted = wire.post("/quotes/key-" + id, "").text();
        String recordKey = IdempotencyKey.of("default", "parts", "key-" + id).toString();

        assertThat(wire.number("select count(*) from idempotency_record where body_json is not null"
                        + " and idempotency_key = '" + recordKey + "'"))
                .isOne();
        assertThat(wire.post("/quotes/key-" + id, "").text()).isEqualTo(quoted);
    }
}
