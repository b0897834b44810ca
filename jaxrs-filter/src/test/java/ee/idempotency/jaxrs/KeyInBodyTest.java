// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys from a member of the JSON body. */
@Requirement("H23")
class KeyInBodyTest extends HookCalls {

    @Test
    void aMemberOfTheBodyIsTheKey() {
        Answer first = event("{\"type\":\"paid\",\"id\":\"evt_1\",\"data\":{\"id\":\"evt_2\"}}");
        Answer repeat = event("{\"type\":\"paid\",\"id\":\"evt_1\",\"data\":{\"id\":\"evt_2\"}}");
        Answer other = event("{\"type\":\"void\",\"id\":\"evt_1\",\"data\":{\"id\":\"evt_2\"}}");

        assertThat(first.isReplay()).isFalse();
        assertThat(repeat.isReplay()).isTrue();
        assertThat(repeat.text()).isEqualTo(first.text());
        assertThat(other.code()).isEqualTo("key-reused");
        assertThat(server.record("event", "evt_1")).isPresent();
        assertThat(server.record("event", "evt_2")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"id\":17}|17",
                "{\"id\":0}|0",
                "{\"id\":-5}|-5",
                "{\"id\":123456789012345678901234567890}|123456789012345678901234567890",
                "{\"id\":\"\\u0061\"}|a",
                "{\"i\\u0064\":\"a\"}|a",
                "{\"id\":\"Grüße, \\\"you\\\"\"}|Grüße, \"you\"",
                "{\"x\":{\"id\":1},\"y\":[{\"id\":2}],\"id\":3}|3"
            })
    void stringsAndWholeNumbersAreKeys(String body, String key) {
        assertThat(event(body).status()).isEqualTo(200);
        assertThat(server.record("event", key)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":null}",
                "{\"id\":true}",
                "{\"id\":{\"id\":1}}",
                "{\"id\":[1]}",
                "{\"id\":1.0}",
                "{\"id\":1e3}",
                "{\"id\":-0}",
                "{\"id\":\"\"}",
                "{\"id\":\"  \"}",
                "{\"id\":\"a\\nb\"}",
                "{\"id\":\"\\ud800\"}",
                "{\"id\":1,\"id\":1}",
                "{\"id\":1,\"i\\u0064\":2}",
                "{\"id\":{},\"id\":2}"
            })
    void whatIsNoKeyIsRefused(String body) {
        Answer answer = event(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("key-invalid");
        assertNothingWasClaimed();
    }

    @Test
    void theLengthOfAKeyIsLimited() {
        assertThat(event("{\"id\":\"" + "k".repeat(255) + "\"}").status()).isEqualTo(200);
        Answer tooLong = event("{\"id\":\"" + "k".repeat(256) + "\"}");

        assertThat(tooLong.code()).isEqualTo("key-invalid");
        assertThat(tooLong.json().getString("detail"))
                .contains("1 to 255", "it has 256")
                .doesNotContain("kkk");
        assertThat(event("{\"id\":" + "1".repeat(256) + "}").code()).isEqualTo("key-invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":1",
                "{\"id\":1,}",
                "{\"id\":1}{\"id\":1}",
                "{\"id\":1} x",
                "",
                "{id:1}",
                "{\"id\":\"\t\"}"
            })
    void aMalformedDocumentIsRefused(String body) {
        Answer answer = event(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("body-malformed");
        assertNothingWasClaimed();
    }

    @Test
    void aDocumentIsInUtf8() throws IOException {
        assertThat(event("{\"id\":\"ü\"}".getBytes(ISO_8859_1), JSON).code()).isEqualTo("body-malformed");
        assertThat(event("{\"id\":\"a\"}".getBytes(UTF_16BE), JSON).code()).isEqualTo("body-malformed");
        assertNothingWasClaimed();
        assertThat(event("{\"id\":\"ü\"}".getBytes(UTF_8), "Content-Type: application/cloudevents+json; charset=utf-8")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aCompressedDocumentIsRead() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write("{\"id\":\"zipped\"}".getBytes(UTF_8));
        }
        event(compressed.toByteArray(), JSON, "Content-Encoding: gzip");

        assertThat(server.record("event", "zipped")).isPresent();
        assertThat(event("{\"id\":\"a\"}", JSON, "Content-Encoding: br").code()).isEqualTo("body-malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"ID\":1}", "{\"data\":{\"id\":1}}", "[{\"id\":1}]", "1", "\"id\"", "null"})
    void aRequestWithoutTheMemberHasNoKey(String body) {
        Answer answer = event(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("key-missing");
        assertThat(answer.json().getString("detail")).contains("member /id of the JSON body");
        assertNothingWasClaimed();
    }

    @Test
    void aFormAndAnyOtherContentTypeHaveNoKey() {
        for (String type : new String[] {"application/x-www-form-urlencoded", "text/plain", "application/xml"}) {
            assertThat(event("id=1", "Content-Type: " + type).code()).isEqualTo("key-missing");
        }
        assertThat(event("{\"id\":1}", "X-None: 1").code()).isEqualTo("key-missing");
        assertNothingWasClaimed();
    }

    @Test
    void aHugeBodyIsRefusedBeforeItsKeyIsLookedFor() {
        Answer answer = event("{\"id\":1,\"x\":\"" + "x".repeat(4000) + "\"}");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("request-too-large");
        assertNothingWasClaimed();
    }

    @Test
    void aPointerLeadsThroughArraysAndEscapedNames() {
        server.raw(
                "POST",
                "/hooks/deep",
                "{\"events\":[{\"a/b\":\"no\"},{\"a/b\":\"yes\"},{\"a/b\":\"no\"}]}".getBytes(UTF_8),
                JSON);

        assertThat(server.record("deep", "yes")).isPresent();
        assertThat(server.store.claims).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"events\":[1,{\"a/b\":1}],\"events\":[1,{\"a/b\":1}]}",
                "{\"events\":[1,{\"a/b\":1}],\"events\":[]}",
                "{\"events\":[],\"events\":[1,{\"a/b\":1}]}"
            })
    void aNameTwiceOnTheWayIsAmbiguous(String body) {
        assertThat(server.raw("POST", "/hooks/deep", body.getBytes(UTF_8), JSON).code())
                .isEqualTo("key-invalid");
    }

    @Test
    void anOptionalKeyMayBeMissingButNotMalformed() {
        assertThat(server.raw("POST", "/hooks/deep", "{}".getBytes(UTF_8), JSON).status())
                .isEqualTo(200);
        assertThat(server.store.claims).isEmpty();
        assertThat(server.raw("POST", "/hooks/deep", "{\"events\":[1,{\"a/b\":null}]}".getBytes(UTF_8), JSON)
                        .code())
                .isEqualTo("key-invalid");
    }

    @Test
    void keysBelongToTheirTenantAndCaller() {
        event("{\"id\":1}");
        server.caller = "user:other";
        assertThat(event("{\"id\":1}").isReplay()).isFalse();
        server.tenant = "other";
        assertThat(event("{\"id\":1}").isReplay()).isFalse();
        assertThat(event("{\"id\":1}").isReplay()).isTrue();
    }
}
