// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.IdempotencyKey;
import ee.idempotency.conformance.internal.http.Answer;
import ee.idempotency.it.http.war.Records;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.Outcome;
import ee.idempotency.tck.Requirement;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Results of a bean that somebody replaced in the table, checksum included. */
@ExtendWith(OneNode.class)
class HostileResultIT {

    private static final String HEADERS = "Content-Type: application/json";

    private final Wire wire;
    private final String key = "key-" + UUID.randomUUID();
    private final String recordKey = IdempotencyKey.of("default", "parts", key).toString();

    HostileResultIT(OneNode.Running node) {
        this.wire = new Wire(node);
    }

    private Answer quote() throws Exception {
        return wire.post("/quotes/" + key, "");
    }

    private void store(String headers, String json) throws Exception {
        byte[] body = json.getBytes(UTF_8);
        Bytes hash = new Outcome.Completed(0, Header.parse(headers), Bytes.of(body)).hash();
        String changed = wire.sql(
                "update idempotency_record set headers = ?, body = ?, outcome_hash = ? where idempotency_key = ?",
                headers,
                Records.BYTES + HexFormat.of().formatHex(body),
                Records.BYTES + HexFormat.of().formatHex(hash.toArray()),
                recordKey);
        assertThat(changed).isEqualTo("1");
    }

    /** JSON that names classes, as the polymorphic formats of several libraries do. */
    @Test
    @Requirement("A3")
    void namesOfClassesAreOnlyText() throws Exception {
        assertThat(quote().text()).contains(" 1 1 null []");
        store(
                HEADERS,
                "{\"@class\":\"java.net.URL\",\"@type\":\"javax.swing.JEditorPane\",\"id\":\"forged\",\"amount\":2,"
                        + "\"any\":{\"@class\":\"java.lang.ProcessBuilder\",\"command\":[\"true\"]},\"lines\":"
                        + "[[\"com.sun.rowset.JdbcRowSetImpl\",{\"dataSourceName\":\"ldap://127.0.0.1/x\"}],{\"!\":1}]}");

        assertThat(quote().text()).startsWith("forged 2 1 a map [").doesNotContain("ProcessBuilder", "JdbcRowSet");
    }

    /** Each is answered soon, with a problem or as what the declared type makes of it. */
    @SuppressWarnings("ImmutableEnumChecker") // texts
    enum Hostile {
        DEEP_ARRAYS("{\"lines\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"),
        DEEP_OBJECTS("{\"any\":" + "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000) + "}"),
        DEEP_UNKNOWN("{\"no such\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"),
        OPEN("[".repeat(100_000)),
        LARGE_EXPONENT("{\"count\":1e999999999}"),
        LARGE_NEGATIVE_EXPONENT("{\"count\":1e-999999999}"),
        LONG_NUMBER("{\"count\":" + "9".repeat(100_000) + "}"),
        OTHER_TYPE("[1]"),
        NOTHING("null"),
        NO_JSON("<quote/>");

        private final String json;

        Hostile(String json) {
            this.json = json;
        }
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(60)
    @Requirement("A3")
    void isRefusedWithoutHarm(Hostile hostile) throws Exception {
        String first = quote().text();
        store(HEADERS, hostile.json);
        Answer answer = quote();

        assertThat(answer.status()).isIn(200, 500);
        assertThat(answer.status() == 200 || Wire.code(answer).equals("internal-error"))
                .as(answer.toString())
                .isTrue();
        assertThat(answer.text()).doesNotContain(first, "[[[[", "9999");
        assertThat(wire.post("/quotes/" + UUID.randomUUID(), "").status()).isEqualTo(200);
    }

    @Test
    @Requirement("A3")
    void bytesOfAnotherCodecAreNotRead() throws Exception {
        quote();
        store("Content-Type: application/x-java-serialized-object", "\u00ac\u00ed");

        assertThat(Wire.code(quote())).isEqualTo("damaged-record");
    }
}
